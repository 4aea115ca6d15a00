"""Ports to listen on, with one clear line when one is taken."""

import errno
import socket


class PortTaken(Exception):
    """The port is in use, or may not be used; the message is one line for the operator."""


def listen_on(address: str, port: int) -> socket.socket:
    """A listening socket.

    Raises:
        PortTaken: it is in use, or the address is not this machine's.
    """
    listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
    except OSError as error:
        listener.close()
        why = "is taken by another program" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
        raise PortTaken(f"port {port} on {address} {why}; choose another one with HOTLINE_…_PORT") from None
    return listener
