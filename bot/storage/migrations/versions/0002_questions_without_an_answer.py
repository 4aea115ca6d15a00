"""questions without an answer"""

import sqlalchemy as sa
from alembic import op

revision = '0002'
down_revision = '0001'


def upgrade() -> None:
    op.create_table('unanswered_questions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('text', sa.LargeBinary(), nullable=False),
    sa.Column('language', sa.String(length=8), nullable=False),
    sa.Column('reason', sa.String(length=20), nullable=False),
    sa.Column('slug', sa.String(length=60), nullable=True),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.Column('first_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('settled_by', sa.Integer(), nullable=True),
    sa.CheckConstraint("reason IN ('nothing_found', 'out_of_scope', 'not_helped')", name=op.f('ck_unanswered_questions_reason')),
    sa.ForeignKeyConstraint(['settled_by'], ['staff.id'], name=op.f('fk_unanswered_questions_settled_by_staff')),
    sa.ForeignKeyConstraint(['slug'], ['faq_entries.slug'], name=op.f('fk_unanswered_questions_slug_faq_entries'), ondelete='SET NULL'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_unanswered_questions')),
    sa.UniqueConstraint('key', 'language', name=op.f('uq_unanswered_questions_key'))
    )
    with op.batch_alter_table('unanswered_questions', schema=None) as batch_op:
        batch_op.create_index('ix_unanswered_questions_open', ['settled_at', 'last_at'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('unanswered_questions', schema=None) as batch_op:
        batch_op.drop_index('ix_unanswered_questions_open')

    op.drop_table('unanswered_questions')
