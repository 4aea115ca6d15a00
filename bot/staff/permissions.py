"""Permissions as data: which role may do what. A page names the permission it needs; nobody asks for a role."""

from collections.abc import Mapping
from enum import StrEnum

from bot.staff.models import Role


class Permission(StrEnum):
    """What somebody may do in the staff application."""

    OWN_ACCOUNT = "account.own"
    """Sign out, and choose the language of one's own pages."""
    SEE_CONVERSATIONS = "conversations.see"
    """See the queue, and read talks that wait or that one has or had."""
    TAKE_CONVERSATIONS = "conversations.take"
    """Claim, answer, note, return and close talks, and go on shift."""
    MANAGE_ACCOUNTS = "accounts.manage"
    """Make, block and unblock accounts, and give one-time links."""
    EDIT_ANSWERS = "answers.edit"
    """Change the answers of the FAQ."""
    SEE_STATISTICS = "statistics.see"
    """See counts, which have no people in them."""
    SEE_REGISTERS = "registers.see"
    """See which registers are imported, and look names up in them, also in the list of reported names."""
    MANAGE_REGISTERS = "registers.manage"
    """Import registers and remove them."""
    KEEP_CASES = "cases.keep"
    """Open, read, fill in and erase the case records of people whose talks one has or had."""
    EXPORT_CASES = "cases.export"
    """Hand on case records and indicator sheets of people who consented to that."""
    EXPORT_DEIDENTIFIED = "cases.figures"
    """Export all case records without people in them."""
    ANALYZE = "analyze"
    """Try out what the hotline understands in a text."""


_BOTH = frozenset(
    {Permission.OWN_ACCOUNT, Permission.ANALYZE, Permission.SEE_REGISTERS, Permission.EXPORT_DEIDENTIFIED}
)

PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.COUNSELOR: _BOTH
    | {
        Permission.SEE_CONVERSATIONS,
        Permission.TAKE_CONVERSATIONS,
        Permission.KEEP_CASES,
        Permission.EXPORT_CASES,
    },
    Role.ADMIN: _BOTH
    | {
        Permission.MANAGE_ACCOUNTS,
        Permission.EDIT_ANSWERS,
        Permission.MANAGE_REGISTERS,
        Permission.SEE_STATISTICS,
    },
}
"""An admin reads no conversations: who keeps the accounts must not be able to look into talks."""


def may(role: str, permission: Permission) -> bool:
    """Whether a role has a permission. A role that is not known has none."""
    return role in set(Role) and permission in PERMISSIONS[Role(role)]
