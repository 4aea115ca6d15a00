"""closings, case records, counts"""

import sqlalchemy as sa
from alembic import op

revision = '0007'
down_revision = '0006'


def upgrade() -> None:
    op.create_table('monthly_counts',
    sa.Column('month', sa.String(length=7), nullable=False),
    sa.Column('subject', sa.String(length=20), nullable=False),
    sa.Column('code', sa.String(length=60), nullable=False),
    sa.Column('times', sa.Integer(), nullable=False),
    sa.CheckConstraint('times >= 0', name=op.f('ck_monthly_counts_times')),
    sa.PrimaryKeyConstraint('month', 'subject', 'code', name=op.f('pk_monthly_counts'))
    )
    op.create_table('cases',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('conversation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('opened_by', sa.Integer(), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['conversation_id'], ['conversations.id'], name=op.f('fk_cases_conversation_id_conversations'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['opened_by'], ['staff.id'], name=op.f('fk_cases_opened_by_staff')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_cases_person_id_people'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cases')),
    sa.UniqueConstraint('conversation_id', name=op.f('uq_cases_conversation_id'))
    )
    with op.batch_alter_table('cases', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_cases_person_id'), ['person_id'], unique=False)

    op.create_table('case_consents',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('scope', sa.String(length=10), nullable=False),
    sa.Column('basis', sa.String(length=10), nullable=False),
    sa.Column('recorded_by', sa.Integer(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("basis IN ('in_talk', 'written', 'guardian')", name=op.f('ck_case_consents_basis')),
    sa.CheckConstraint("scope IN ('keep', 'share')", name=op.f('ck_case_consents_scope')),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_case_consents_case_id_cases'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['recorded_by'], ['staff.id'], name=op.f('fk_case_consents_recorded_by_staff')),
    sa.PrimaryKeyConstraint('case_id', 'scope', name=op.f('pk_case_consents'))
    )
    op.create_table('case_items',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('item', sa.String(length=60), nullable=False),
    sa.Column('confirmed', sa.LargeBinary(), nullable=False),
    sa.Column('suggested', sa.LargeBinary(), nullable=False),
    sa.Column('changed_by', sa.Integer(), nullable=True),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['case_id'], ['cases.id'], name=op.f('fk_case_items_case_id_cases'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['changed_by'], ['staff.id'], name=op.f('fk_case_items_changed_by_staff')),
    sa.PrimaryKeyConstraint('case_id', 'item', name=op.f('pk_case_items'))
    )
    op.create_table('closings',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('escalation_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_by', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('topics', sa.LargeBinary(), nullable=False),
    sa.Column('referrals', sa.LargeBinary(), nullable=False),
    sa.Column('follow_up_on', sa.Date(), nullable=True),
    sa.Column('follow_up_by', sa.Integer(), nullable=True),
    sa.Column('followed_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('feeling', sa.String(length=10), nullable=True),
    sa.CheckConstraint("kind IN ('information', 'offer', 'exploitation', 'danger', 'someone_else', 'silent', 'abusive', 'test')", name=op.f('ck_closings_kind')),
    sa.ForeignKeyConstraint(['closed_by'], ['staff.id'], name=op.f('fk_closings_closed_by_staff')),
    sa.ForeignKeyConstraint(['escalation_id'], ['escalations.id'], name=op.f('fk_closings_escalation_id_escalations'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['follow_up_by'], ['staff.id'], name=op.f('fk_closings_follow_up_by_staff')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_closings')),
    sa.UniqueConstraint('escalation_id', name=op.f('uq_closings_escalation_id'))
    )
    with op.batch_alter_table('closings', schema=None) as batch_op:
        batch_op.create_index('ix_closings_follow_up', ['followed_up_at', 'follow_up_on'], unique=False)

    op.create_table('case_identities',
    sa.Column('case_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('scope', sa.String(length=10), nullable=False),
    sa.Column('known', sa.LargeBinary(), nullable=False),
    sa.CheckConstraint("scope = 'keep'", name=op.f('ck_case_identities_scope')),
    sa.ForeignKeyConstraint(['case_id', 'scope'], ['case_consents.case_id', 'case_consents.scope'], name=op.f('fk_case_identities_case_id_case_consents'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('case_id', name=op.f('pk_case_identities'))
    )
    # closings keep it now. Not in a batch: SQLite would make the table anew, and all messages would go with the old one
    op.drop_column('conversations', 'feedback')



def downgrade() -> None:
    op.add_column('conversations', sa.Column('feedback', sa.String(length=10), nullable=True))

    op.drop_table('case_identities')
    with op.batch_alter_table('closings', schema=None) as batch_op:
        batch_op.drop_index('ix_closings_follow_up')

    op.drop_table('closings')
    op.drop_table('case_items')
    op.drop_table('case_consents')
    with op.batch_alter_table('cases', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_cases_person_id'))

    op.drop_table('cases')
    op.drop_table('monthly_counts')
