//! What stands between those who guess and the accounts: failures counted by name and by address, attempts
//! that take turns, requests and messages that come no faster than anybody needs them.

mod address;
mod guard;
mod logins;
pub(crate) mod quota;
pub(crate) mod rate_limits;
mod sending;
mod sign_ups;
mod turnstile;

use std::net::{IpAddr, Ipv6Addr};

use crate::domain::attack_protection::{AttackProtection, Protection};
use crate::settings::{Limits, Mode, Settings};
pub(crate) use address::AddressGuard;
pub(crate) use guard::{Consequences, Guard, Refusal, Standing};
pub(crate) use logins::Logins;
pub(crate) use rate_limits::RateLimits;
pub(crate) use sending::{Message, Sending};
pub(crate) use sign_ups::SignUps;
pub(crate) use turnstile::{Place, Turnstiles};

/// Whether attempts come as often as they like: a test suite signs up and logs in more people from one machine than
/// Auth0's defaults let in. Not where the tenant has settings of its own for `which`.
pub(crate) fn is_free(
    process: &Settings,
    protection: &AttackProtection,
    which: Protection,
) -> bool {
    let is_free = process.mode == Mode::Development && process.limits == Limits::None;
    is_free && !protection.is_set(which)
}

/// Whom an address belongs to: itself, or its /64, which is the least that a customer of IPv6 has. Each of its 2^64
/// addresses would otherwise begin anew.
pub(crate) fn network(ip: IpAddr) -> IpAddr {
    match ip {
        IpAddr::V4(_) => ip,
        IpAddr::V6(ip) if ip.is_loopback() => ip.into(),
        IpAddr::V6(ip) => Ipv6Addr::from_bits(ip.to_bits() & !u128::from(u64::MAX)).into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_one_customer_are_one() {
        let network = |ip: &str| network(ip.parse().unwrap()).to_string();
        assert_eq!(network("192.0.2.7"), "192.0.2.7");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::");
        assert_eq!(network("::1"), "::1");
    }
}
