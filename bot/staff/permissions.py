"""Permissions as data: which role may do what. A page names the permission it needs; nobody asks for a role."""

from collections.abc import Mapping
from enum import StrEnum

from bot.staff.models import Role


class Permission(StrEnum):
    """What somebody may do in the staff application."""

    OWN_ACCOUNT = "account.own"
    """Sign out, and choose the language of one's own pages."""
    SEE_CONVERSATIONS = "conversations.see"
    """See the queue, and read talks that wait, that one has or had, or at which one was asked to look."""
    TAKE_CONVERSATIONS = "conversations.take"
    """Claim, answer, note, transfer, return and close talks, slow down and mute people, and go on shift."""
    SUPERVISE = "conversations.supervise"
    """Read along in talks that others have, see who has what, and take talks over."""
    MANAGE_SHIFTS = "shifts.manage"
    """Make teams, and plan their shifts and holidays."""
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


_ALL = frozenset({Permission.OWN_ACCOUNT, Permission.ANALYZE, Permission.SEE_REGISTERS, Permission.EXPORT_DEIDENTIFIED})
_COUNSELOR = _ALL | {
    Permission.SEE_CONVERSATIONS,
    Permission.TAKE_CONVERSATIONS,
    Permission.KEEP_CASES,
    Permission.EXPORT_CASES,
}

PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.COUNSELOR: _COUNSELOR,
    Role.SUPERVISOR: _COUNSELOR | {Permission.SUPERVISE, Permission.MANAGE_SHIFTS},
    Role.ADMIN: _ALL
    | {
        Permission.MANAGE_ACCOUNTS,
        Permission.MANAGE_SHIFTS,
        Permission.EDIT_ANSWERS,
        Permission.MANAGE_REGISTERS,
        Permission.SEE_STATISTICS,
    },
}
"""An admin reads no conversations: who keeps the accounts must not be able to look into talks."""


def may(role: str, permission: Permission) -> bool:
    """Whether a role has a permission. A role that is not known has none."""
    return role in set(Role) and permission in PERMISSIONS[Role(role)]


def roles_with(permission: Permission) -> tuple[Role, ...]:
    """The roles that have a permission, for queries over accounts."""
    return tuple(role for role, allowed in PERMISSIONS.items() if permission in allowed)
