"""transfers, second looks, teams and shifts, restraints, alerts; the role of supervisors"""

import sqlalchemy as sa
from alembic import op

revision = '0006'
down_revision = '0005'

BIG = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENT = sa.DateTime(timezone=True)
ROLES = "role IN ('counselor', 'supervisor', 'admin')"


def upgrade() -> None:
    op.create_table('teams',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('zone', sa.String(length=40), nullable=False),
    sa.Column('active', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_teams')),
    sa.UniqueConstraint('name', name=op.f('uq_teams_name'))
    )
    op.create_table('team_members',
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_team_members_staff_id_staff'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['team_id'], ['teams.id'], name=op.f('fk_team_members_team_id_teams'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('team_id', 'staff_id', name=op.f('pk_team_members'))
    )
    op.create_table('shifts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('team_id', sa.Integer(), nullable=False),
    sa.Column('weekday', sa.Integer(), nullable=False),
    sa.Column('begins', sa.Integer(), nullable=False),
    sa.Column('ends', sa.Integer(), nullable=False),
    sa.Column('languages', sa.String(length=60), nullable=False),
    sa.CheckConstraint('weekday BETWEEN 0 AND 6', name=op.f('ck_shifts_weekday')),
    sa.CheckConstraint('begins BETWEEN 0 AND 1439 AND ends BETWEEN 0 AND 1439', name=op.f('ck_shifts_minutes')),
    sa.ForeignKeyConstraint(['team_id'], ['teams.id'], name=op.f('fk_shifts_team_id_teams'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_shifts'))
    )
    op.create_index(op.f('ix_shifts_team_id'), 'shifts', ['team_id'], unique=False)
    op.create_table('holidays',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('team_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['team_id'], ['teams.id'], name=op.f('fk_holidays_team_id_teams'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holidays')),
    sa.UniqueConstraint('day', 'team_id', name=op.f('uq_holidays_day'))
    )
    op.create_table('transfers',
    sa.Column('id', BIG, nullable=False),
    sa.Column('escalation_id', BIG, nullable=False),
    sa.Column('by_staff', sa.Integer(), nullable=False),
    sa.Column('to_staff', sa.Integer(), nullable=True),
    sa.Column('to_team', sa.Integer(), nullable=True),
    sa.Column('note', sa.LargeBinary(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('offered_at', MOMENT, nullable=False),
    sa.CheckConstraint("state IN ('offered', 'accepted', 'declined', 'expired', 'withdrawn')", name=op.f('ck_transfers_state')),
    sa.CheckConstraint('(to_staff IS NULL) <> (to_team IS NULL)', name=op.f('ck_transfers_to_one')),
    sa.ForeignKeyConstraint(['by_staff'], ['staff.id'], name=op.f('fk_transfers_by_staff_staff')),
    sa.ForeignKeyConstraint(['escalation_id'], ['escalations.id'], name=op.f('fk_transfers_escalation_id_escalations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['to_staff'], ['staff.id'], name=op.f('fk_transfers_to_staff_staff')),
    sa.ForeignKeyConstraint(['to_team'], ['teams.id'], name=op.f('fk_transfers_to_team_teams')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_transfers'))
    )
    op.create_index('uq_transfers_open', 'transfers', ['escalation_id'], unique=True, sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
    op.create_table('looks',
    sa.Column('escalation_id', BIG, nullable=False),
    sa.Column('staff_id', sa.Integer(), nullable=False),
    sa.Column('asked_at', MOMENT, nullable=False),
    sa.Column('joined_at', MOMENT, nullable=True),
    sa.ForeignKeyConstraint(['escalation_id'], ['escalations.id'], name=op.f('fk_looks_escalation_id_escalations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['staff_id'], ['staff.id'], name=op.f('fk_looks_staff_id_staff')),
    sa.PrimaryKeyConstraint('escalation_id', 'staff_id', name=op.f('pk_looks'))
    )
    op.create_table('alerts',
    sa.Column('escalation_id', BIG, autoincrement=False, nullable=False),
    sa.Column('rank', sa.Integer(), nullable=False),
    sa.Column('sent', sa.Integer(), nullable=False),
    sa.Column('next_at', MOMENT, nullable=False),
    sa.Column('over', sa.Boolean(), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=True),
    sa.ForeignKeyConstraint(['escalation_id'], ['escalations.id'], name=op.f('fk_alerts_escalation_id_escalations'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('escalation_id', name=op.f('pk_alerts'))
    )
    op.create_index('ix_alerts_due', 'alerts', ['over', 'next_at'], unique=False)
    op.create_table('restraints',
    sa.Column('person_id', BIG, autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('until', MOMENT, nullable=False),
    sa.Column('set_by', sa.Integer(), nullable=False),
    sa.Column('passed_at', MOMENT, nullable=True),
    sa.Column('told_at', MOMENT, nullable=True),
    sa.CheckConstraint("kind IN ('slow', 'mute', 'block')", name=op.f('ck_restraints_kind')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_restraints_person_id_people'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['set_by'], ['staff.id'], name=op.f('fk_restraints_set_by_staff')),
    sa.PrimaryKeyConstraint('person_id', name=op.f('pk_restraints'))
    )
    for name in ('raised_at', 'first_claimed_at', 'replied_at', 'unanswered_since', 'told_at'):
        op.add_column('escalations', sa.Column(name, MOMENT, nullable=True))
    op.add_column('escalations', sa.Column('told_place', sa.Integer(), nullable=True))
    op.add_column('escalations', sa.Column('told_times', sa.Integer(), nullable=False, server_default='0'))
    op.execute('UPDATE escalations SET first_claimed_at = claimed_at')
    op.add_column('escalation_events', sa.Column('cause', sa.String(length=20), nullable=False, server_default=''))
    # Written out: Alembic adds a column with a foreign key to a table of SQLite only by copying the table.
    op.execute('ALTER TABLE escalation_events ADD COLUMN other_id INTEGER CONSTRAINT fk_escalation_events_other_id_staff REFERENCES staff (id)')
    op.execute('ALTER TABLE escalation_events ADD COLUMN team_id INTEGER CONSTRAINT fk_escalation_events_team_id_teams REFERENCES teams (id)')
    _roles(ROLES)


def _roles(allowed: str) -> None:
    if op.get_bind().dialect.name == 'sqlite':  # copies the table; its old check is not taken along
        with op.batch_alter_table('staff', recreate='always') as batch_op:
            batch_op.create_check_constraint(op.f('ck_staff_role'), allowed)
        return
    op.drop_constraint(op.f('ck_staff_role'), 'staff', type_='check')
    op.create_check_constraint(op.f('ck_staff_role'), 'staff', allowed)


def downgrade() -> None:
    op.execute("UPDATE staff SET role = 'counselor' WHERE role = 'supervisor'")
    _roles("role IN ('counselor', 'admin')")
    with op.batch_alter_table('escalation_events') as batch_op:
        for name in ('team_id', 'other_id', 'cause'):
            batch_op.drop_column(name)
    with op.batch_alter_table('escalations') as batch_op:
        for name in ('told_times', 'told_place', 'told_at', 'unanswered_since', 'replied_at', 'first_claimed_at', 'raised_at'):
            batch_op.drop_column(name)
    for table in ('restraints', 'alerts', 'looks', 'transfers', 'holidays', 'shifts', 'team_members', 'teams'):
        op.drop_table(table)
