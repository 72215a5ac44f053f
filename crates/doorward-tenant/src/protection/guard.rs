//! The failed attempts of one name and of one address, and what follows from them.

use std::net::IpAddr;

use jiff::Timestamp;
use serde_json::json;

use crate::domain::attack_protection::AttackProtection;
use crate::domain::brute_force::{BruteForceProtection, Consequence, Failures};
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::domain::ip_throttling::IpThrottling;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::protection::network;
use crate::store::login_failures::{self, Counter};
use crate::store::{self, StoreError};

/// Characters of an identifier that count. No account has a longer one.
const LONGEST_IDENTIFIER: usize = 256;

/// Watches over one account, for attempts from one address. Passwords and one-time codes count alike.
#[derive(Debug, Clone)]
pub(crate) struct Guard {
    brute_force: BruteForceProtection,
    throttling: IpThrottling,
    account: Counter,
    ip: IpAddr,
}

/// The failures counted so far.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Standing {
    pub(crate) account: Failures,
    address: Failures,
}

/// Why an attempt is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The account is blocked, for this address or for all.
    Account,
    /// The address has failed too often, with this name or others.
    Address,
}

/// What one more failure led to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Consequences {
    pub(crate) account: Consequence,
    address: Consequence,
}

impl Guard {
    /// For somebody at `ip` who says to be `identifier`.
    pub(crate) fn of(
        settings: &AttackProtection,
        connection: &Connection,
        identifier: &str,
        ip: IpAddr,
    ) -> Self {
        let mut brute_force = settings.brute_force.clone();
        // A connection may switch it off for itself.
        let is_off = connection.option("brute_force_protection") == &json!(false);
        brute_force.is_enabled &= !is_off;
        let account = Counter {
            connection_id: connection.id.clone(),
            identifier: identifier
                .to_lowercase()
                .chars()
                .take(LONGEST_IDENTIFIER)
                .collect(),
            ip: if brute_force.counts_by_ip {
                network(ip).to_string()
            } else {
                String::new()
            },
        };
        Self {
            brute_force,
            throttling: settings.logins.clone(),
            account,
            ip,
        }
    }

    /// Whose failures are counted.
    pub(crate) fn account(&self) -> &Counter {
        &self.account
    }

    /// Where it is counted how often this user logs in from this address; `None` where that is not.
    pub(crate) fn logins(&self) -> Option<Counter> {
        let counter = || Counter {
            ip: network(self.ip).to_string(),
            ..self.account.clone()
        };
        self.counts_account().then(counter)
    }

    /// Whether too many attempts are refused. Otherwise they are only logged.
    pub(crate) fn blocks(&self) -> bool {
        self.brute_force.blocks
    }

    /// Where the attempts come from.
    pub(crate) fn ip(&self) -> IpAddr {
        self.ip
    }

    /// Reads the counters.
    pub(crate) fn look(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
    ) -> Result<Standing, StoreError> {
        Ok(Standing {
            account: login_failures::find(db, tenant, &self.account)?,
            address: login_failures::find(db, tenant, &self.address())?,
        })
    }

    /// Whether an attempt must be refused at `now`, before its password or code is looked at.
    pub(crate) fn refusal(&self, standing: Standing, now: Timestamp) -> Option<Refusal> {
        if self.counts_account() && self.brute_force.is_blocked(standing.account, now) {
            return Some(Refusal::Account);
        }
        let is_throttled = self.throttling.applies_to(self.ip)
            && self.throttling.is_blocked(standing.address, now);
        is_throttled.then_some(Refusal::Address)
    }

    /// Whether one more attempt may be let in while `inside` are being looked at: even if all of them fail, the
    /// limit holds.
    pub(crate) fn has_room(&self, standing: Standing, inside: u32, now: Timestamp) -> bool {
        let all_failed = Failures {
            count: standing.account.current(now).count.saturating_add(inside),
            last_at: Some(now),
        };
        !self.counts_account() || !self.brute_force.is_blocked(all_failed, now)
    }

    /// Counts a failure of an attempt that nothing refuses, given the counters as this unit of work reads them.
    pub(crate) fn fail(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
        standing: Standing,
        now: Timestamp,
    ) -> Result<Consequences, StoreError> {
        let mut consequences = Consequences {
            account: Consequence::None,
            address: Consequence::None,
        };
        if self.counts_account() {
            let (failures, consequence) = self.brute_force.fail(standing.account, now);
            login_failures::set(db, tenant, &self.account, failures, now)?;
            consequences.account = consequence;
        }
        if self.throttling.applies_to(self.ip) {
            let (failures, consequence) = self.throttling.fail(standing.address, now);
            login_failures::set(db, tenant, &self.address(), failures, now)?;
            consequences.address = consequence;
        }
        Ok(consequences)
    }

    /// Forgets the failures of the account: somebody showed that it is theirs.
    pub(crate) fn clear(
        &self,
        db: &mut store::Connection<'_>,
        tenant: &str,
    ) -> Result<(), StoreError> {
        login_failures::clear(db, tenant, &self.account)
    }

    /// Notes blocks that began. Answers whether the account is blocked from now on, and whether its user should
    /// hear of it.
    pub(crate) fn record(
        &self,
        cx: &Context,
        (client, connection): (Option<&Client>, &Connection),
        user_name: &str,
        consequences: Consequences,
    ) -> Blocked {
        let note = |kind, description: &str, flow| {
            let event = Event::new(kind, description).connection(connection);
            let mut event = event.user_name(user_name).details(flow);
            if let Some(client) = client {
                event = event.client(client);
            }
            cx.record_from(&event, self.ip);
        };
        if consequences.address == Consequence::NowBlocked {
            let flow = json!({ "flow": "login" });
            note(kind::ADDRESS_BLOCKED, "Too many failed logins", flow);
        }
        let is_account = consequences.account == Consequence::NowBlocked;
        if is_account {
            let description = "Blocked after too many failed logins";
            note(kind::ACCOUNT_BLOCKED, description, json!({}));
        }
        Blocked {
            is_account: is_account && self.brute_force.blocks,
            notifies_user: is_account && self.brute_force.notifies_user,
        }
    }

    fn address(&self) -> Counter {
        Counter::of_address(network(self.ip))
    }

    fn counts_account(&self) -> bool {
        self.brute_force.applies_to(Some(self.ip))
    }
}

/// What a failure means for the account and its user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Blocked {
    /// It is blocked from now on.
    pub(crate) is_account: bool,
    /// Its user should hear of that.
    pub(crate) notifies_user: bool,
}
