//! Ports for servers that cannot be given one by the system.

use std::net::TcpListener;

use doorward_gateway::Entropy;

/// A port nobody uses, and another ten thousand above it, where the nodes of a Redis cluster talk to each other.
///
/// Below those that the system gives to clients: whoever asks again and again whether a server is there would
/// otherwise one day be connected to itself, and the server find its port taken.
pub(crate) fn free() -> u16 {
    loop {
        let random = u16::from_be_bytes(Entropy::default().bytes().expect("bytes"));
        let port = 12_000 + random % 10_000;
        let is_free = |port| TcpListener::bind(("127.0.0.1", port)).is_ok();
        if is_free(port) && is_free(port + 10_000) {
            return port;
        }
    }
}
