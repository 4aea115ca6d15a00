"""the awareness quiz"""

import sqlalchemy as sa
from alembic import op

revision = '0004'
down_revision = '0003'


def upgrade() -> None:
    op.create_table('quiz_progress',
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('seen', sa.LargeBinary(), nullable=False),
    sa.Column('items', sa.LargeBinary(), nullable=False),
    sa.Column('answered', sa.Integer(), nullable=False),
    sa.Column('spotted', sa.Integer(), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('spotted >= 0 AND spotted <= answered', name=op.f('ck_quiz_progress_score')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_quiz_progress_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_quiz_progress'))
    )


def downgrade() -> None:
    op.drop_table('quiz_progress')
