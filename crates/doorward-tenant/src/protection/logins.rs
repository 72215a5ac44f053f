//! How often one user logs in from one address, rightly or wrongly: whoever knows a password needs no more.
//! Source: Auth0's limits of database logins, and the log's `limit_sul`.

use jiff::Timestamp;

use super::guard::Guard;
use super::quota::{Allowance, Bucket, Buckets, Quota};
use crate::domain::client::Client;
use crate::domain::connection::Connection;
use crate::events::{Event, kind};
use crate::http::Context;
use crate::store::login_failures::Counter;
use crate::store::{self, StoreError, login_attempts};

/// Twenty at once, then ten a minute.
const QUOTA: Quota = Quota::new(20, 10, 60);

/// The refusals that the log has heard of: one a minute for each user and address.
#[derive(Default)]
pub(crate) struct Logins {
    noted: Buckets,
}

impl Logins {
    /// Counts a login, before its password is looked at. What is counted is in the database, so that it holds on all
    /// nodes.
    ///
    /// # Errors
    ///
    /// What is left, which tells how long to wait, when there were too many; the log has heard of it. Where the shield
    /// of the brute-force protection only watches, nobody waits.
    pub(crate) async fn count(
        &self,
        cx: &Context,
        (client, connection): (&Client, &Connection),
        username: &str,
        guard: &Guard,
    ) -> Result<Result<(), Allowance>, StoreError> {
        let Some(counter) = guard.logins() else {
            return Ok(Ok(()));
        };
        let (tenant, now, whose) = (cx.tenant_id(), cx.now(), counter.clone());
        let unit = move |db: &mut store::Connection<'_>| take(db, &tenant, &whose, now);
        let left: Result<Allowance, StoreError> = cx.store().write(unit).await;
        let left = left?;
        if !left.is_exceeded() {
            return Ok(Ok(()));
        }
        if !self
            .noted
            .take(counter, Quota::new(1, 1, 60), now)
            .is_exceeded()
        {
            let event = Event::new(kind::LOGINS_LIMITED, "Too many logins").client(client);
            let event = event.connection(connection).user_name(username);
            cx.record_from(&event, guard.ip());
        }
        Ok(if guard.blocks() { Err(left) } else { Ok(()) })
    }
}

/// One unit of work from the look at the counter to the count: of many at once no more get through than may.
fn take(
    db: &mut store::Connection<'_>,
    tenant: &str,
    counter: &Counter,
    now: Timestamp,
) -> Result<Allowance, StoreError> {
    let bucket = Bucket::until(login_attempts::find(db, tenant, counter)?);
    let left = bucket.take(QUOTA, now);
    if !left.is_exceeded() {
        login_attempts::set(db, tenant, counter, bucket.free_at())?;
    }
    Ok(left)
}
