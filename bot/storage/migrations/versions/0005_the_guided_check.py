"""the guided offer check"""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'


def upgrade() -> None:
    op.create_table('guided_checks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('conversation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offer', sa.LargeBinary(), nullable=False),
    sa.Column('answers', sa.LargeBinary(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('touched_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("state IN ('offered', 'asking', 'done', 'sent')", name=op.f('ck_guided_checks_state')),
    sa.ForeignKeyConstraint(['conversation_id'], ['conversations.id'], name=op.f('fk_guided_checks_conversation_id_conversations'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_guided_checks')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_guided_checks_conversation_id'), 'guided_checks', ['conversation_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_guided_checks_conversation_id'), table_name='guided_checks')
    op.drop_table('guided_checks')
