"""registers of intermediaries, and of reported names"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'


def upgrade() -> None:
    op.create_table('registers',
    sa.Column('code', sa.String(length=20), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('rows', sa.Integer(), nullable=False),
    sa.Column('list_date', sa.Date(), nullable=True),
    sa.Column('imported_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.String(length=10), nullable=False),
    sa.Column('tried_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('tried_by', sa.Integer(), nullable=True),
    sa.Column('tried_file', sa.String(length=200), nullable=False),
    sa.Column('bad_rows', sa.Integer(), nullable=False),
    sa.Column('bad', sa.JSON(), nullable=False),
    sa.CheckConstraint("outcome IN ('', 'imported', 'refused', 'removed')", name=op.f('ck_registers_outcome')),
    sa.ForeignKeyConstraint(['tried_by'], ['staff.id'], name=op.f('fk_registers_tried_by_staff')),
    sa.PrimaryKeyConstraint('code', name=op.f('pk_registers'))
    )
    op.create_table('register_entries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('register', sa.String(length=20), nullable=False),
    sa.Column('line', sa.Integer(), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=False),
    sa.Column('number', sa.LargeBinary(), nullable=False),
    sa.Column('address', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.LargeBinary(), nullable=False),
    sa.Column('note', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['register'], ['registers.code'], name=op.f('fk_register_entries_register_registers'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_register_entries'))
    )
    with op.batch_alter_table('register_entries', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_register_entries_register'), ['register'], unique=False)



def downgrade() -> None:
    with op.batch_alter_table('register_entries', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_register_entries_register'))

    op.drop_table('register_entries')
    op.drop_table('registers')
