//! Single values: a word of several, an address, networks, a domain.

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use ipnet::IpNet;

use super::Problems;

/// One of several words; the first is the default.
pub(super) fn choose<T: Copy, const N: usize>(
    key: &str,
    given: Option<String>,
    words: &[(&str, T); N],
    problems: &mut Problems,
) -> T {
    let default = words[0].1;
    let Some(given) = given else { return default };
    let found = words.iter().find(|(word, _)| *word == given);
    found.map_or_else(
        || {
            let known = words.map(|(word, _)| word).join(" or ");
            problems.add(key, format!("must be {known}"));
            default
        },
        |(_, meaning)| *meaning,
    )
}

/// An address to listen on.
pub(super) fn address(
    key: &str,
    given: Option<String>,
    default: impl Into<SocketAddr>,
    problems: &mut Problems,
) -> SocketAddr {
    let default = default.into();
    let Some(given) = given else { return default };
    // `localhost` has two addresses; people mean the first.
    let numeric = given.replace("localhost:", "127.0.0.1:");
    let parsed = numeric
        .parse()
        .map_err(|_| format!("\"{given}\" is no address like {default}"));
    problems.take(key, parsed).unwrap_or(default)
}

/// Networks in CIDR notation, or single addresses, separated by commas.
pub(super) fn networks(given: Option<String>, problems: &mut Problems) -> Vec<IpNet> {
    let given = given.unwrap_or_default();
    let parts = given.split(',').map(str::trim);
    let mut networks = Vec::new();
    for part in parts.filter(|part| !part.is_empty()) {
        let parsed = IpNet::from_str(part).or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
        let parsed = parsed.map_err(|_| format!("\"{part}\" is no network like 10.0.0.0/8"));
        networks.extend(problems.take("trusted_proxies", parsed));
    }
    networks
}

/// A public name: a host, and a port if it is not 443.
pub(super) fn domain(key: &str, given: String, problems: &mut Problems) -> String {
    let (host, has_port) = match given.rsplit_once(':') {
        Some((host, port)) => (host, port.parse::<u16>().is_ok()),
        None => (given.as_str(), true),
    };
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-');
    let is_host = (1..=253).contains(&host.len()) && host.bytes().all(is_plain);
    if !is_host || !has_port {
        let what = format!("\"{given}\" is no host name with an optional port");
        problems.add(key, what);
    }
    given
}
