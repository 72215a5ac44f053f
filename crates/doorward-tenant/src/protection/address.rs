//! The failures of one address where no account is meant.

use std::net::IpAddr;

use jiff::Timestamp;

use super::network;
use crate::domain::attack_protection::AttackProtection;
use crate::domain::brute_force::Consequence;
use crate::domain::ip_throttling::IpThrottling;
use crate::store::login_failures::{self, Counter};
use crate::store::{self, StoreError};

/// Watches over codes that anybody may try, for attempts from one address. Logins are counted apart.
#[derive(Debug, Clone)]
pub(crate) struct AddressGuard {
    throttling: IpThrottling,
    ip: IpAddr,
    counter: Counter,
}

impl AddressGuard {
    /// For somebody at `ip` who tries codes of this kind.
    pub(crate) fn of(settings: &AttackProtection, kind: &str, ip: IpAddr) -> Self {
        Self {
            throttling: settings.logins.clone(),
            ip,
            counter: Counter {
                connection_id: kind.to_owned(),
                ..Counter::of_address(network(ip))
            },
        }
    }

    /// Whether an attempt at `now` must be refused before it is looked at.
    pub(crate) fn refuses(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        let failures = login_failures::find(db, tenant, &self.counter)?;
        Ok(self.throttling.applies_to(self.ip) && self.throttling.is_blocked(failures, now))
    }

    /// Counts a failure. Answers whether it was the one that closes the door.
    pub(crate) fn fail(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        if !self.throttling.applies_to(self.ip) {
            return Ok(false);
        }
        let failures = login_failures::find(db, tenant, &self.counter)?;
        let (failures, consequence) = self.throttling.fail(failures, now);
        login_failures::set(db, tenant, &self.counter, failures, now)?;
        Ok(consequence == Consequence::NowBlocked)
    }
}
