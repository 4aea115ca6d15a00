"""`hotline account`: a staff account from the command line, for the operator."""

from bot.app import open_data_folder, open_storage
from bot.settings import Settings
from bot.staff import accounts, links
from bot.staff.models import Role


async def make_account(settings: Settings, name: str, role: str, language: str) -> str:
    """Make the account, or a new link for one that exists; returns the link's secret.

    Raises:
        ValueError: the name or the role is not allowed.
    """
    if role not in set(Role):
        raise ValueError(f"there is no role {role!r}: choose {', '.join(Role)}")
    open_data_folder(settings.data)
    _, storage = await open_storage(settings)
    try:
        async with storage.writing() as session:
            staff = await accounts.by_name(session, name) or await accounts.create(session, name, Role(role), language)
            if staff.role != role:
                raise ValueError(f"{name} is there already, as {staff.role}")
            return await links.make_link(session, staff)
    except accounts.NameUnfit as error:
        raise ValueError(str(accounts.NameUnfit.__doc__)) from error
    finally:
        await storage.close()
