//! A Redis that tests stop, start and look into.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

#[path = "../support/redis.rs"]
mod server;

#[path = "../support/nodes.rs"]
pub(crate) mod nodes;

pub(crate) use server::RedisServer;

impl RedisServer {
    /// Stops a private server at once.
    pub(crate) fn stop(&mut self) {
        let mut own = self.own.take().expect("a private server");
        own.child.kill().expect("a killed server");
        own.child.wait().expect("an ended server");
    }

    /// Starts a stopped private server again, on the same port.
    pub(crate) fn start(&mut self) {
        let (_, port) = self.address.rsplit_once(':').expect("host:port");
        self.own = Some(server::spawn(port.parse().expect("a port")));
    }

    /// What the server says to one command sent as text, for looking behind the gateway's back.
    pub(crate) fn ask(&self, command: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("a connection");
        stream
            .set_read_timeout(Some(Duration::from_secs(5)))
            .expect("a timeout");
        write!(stream, "{command}\r\nQUIT\r\n").expect("a sent command");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an answer");
        String::from_utf8_lossy(&answer).into_owned()
    }
}
