"""the languages in which counselors take chats"""

import sqlalchemy as sa
from alembic import op

revision = '0008'
down_revision = '0007'


def upgrade() -> None:
    op.add_column('staff', sa.Column('speaks', sa.String(length=60), nullable=False, server_default=''))


def downgrade() -> None:
    op.drop_column('staff', 'speaks')
