//! The port to listen at.
//!
//! Enters: the port that was asked for, if any. Leaves: a socket on this computer's own address, which no other
//! computer reaches. Never here: an address of a network.

use std::io::{self, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};

/// Where the server listens unless it is told otherwise.
pub(super) const USUAL: u16 = 1212;

/// So many ports are tried after the usual one.
const MORE: u16 = 30;

/// Listens at `port`, or at the first free one from [`USUAL`] on.
///
/// # Errors
/// If `port` is taken or not allowed, or none is free.
pub(super) fn listen(port: Option<u16>) -> io::Result<TcpListener> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = port {
        return bind(port);
    }
    for port in USUAL..=USUAL + MORE {
        match bind(port) {
            Err(error) if matches!(error.kind(), ErrorKind::AddrInUse | ErrorKind::PermissionDenied) => {}
            listening => return listening,
        }
    }
    bind(0)
}
