"""which help a talk calls for"""

import sqlalchemy as sa
from alembic import op

revision = '0009'
down_revision = '0008'


def upgrade() -> None:
    op.add_column('conversations', sa.Column('need', sa.String(length=20), nullable=True))


def downgrade() -> None:
    op.drop_column('conversations', 'need')
