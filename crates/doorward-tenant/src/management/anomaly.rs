//! `anomaly`: addresses that failed so often, under whatever names, that they have to wait.

use std::net::IpAddr;

use super::{Answer, Outcome, Request, serves};
use crate::domain::brute_force::Failures;
use crate::http::management_error::ManagementError;
use crate::protection::network;
use crate::store::StoreError;
use crate::store::login_failures::{self, Counter};

serves! {
    "anomaly.blocks.checkIp" => check_ip,
    "anomaly.blocks.unblockIp" => unblock_ip,
}

/// The address in the path, which its schema has let pass.
fn address(request: &Request) -> Result<IpAddr, ManagementError> {
    let address = request.path("id").parse::<IpAddr>();
    let address = address.map_err(|_| ManagementError::not_found())?;
    // Failures are counted under the address that a dual-stack socket stands for.
    Ok(address.to_canonical())
}

/// `GET /anomaly/blocks/ips/{id}`: 200 for an address that has to wait, otherwise 404.
async fn check_ip(request: Request) -> Outcome {
    let (tenant, ip) = (request.cx.tenant_id(), address(&request)?);
    let read = request
        .cx
        .store()
        .read(move |db| login_failures::find(db, &tenant, &Counter::of_address(network(ip))));
    let failures: Result<Failures, StoreError> = read.await;
    let settings = request.cx.tenant.configuration.settings().await?;
    let throttling = &settings.attack_protection.logins;
    if throttling.applies_to(ip) && throttling.is_blocked(failures?, request.cx.now()) {
        Ok(Answer::ok_without_content())
    } else {
        Err(ManagementError::not_found())
    }
}

/// `DELETE /anomaly/blocks/ips/{id}`: also for an address that is not blocked.
async fn unblock_ip(request: Request) -> Outcome {
    let (tenant, ip) = (request.cx.tenant_id(), address(&request)?);
    let write = request
        .cx
        .store()
        .write(move |db| login_failures::clear_address(db, &tenant, network(ip)));
    let cleared: Result<u64, StoreError> = write.await;
    cleared?;
    Ok(Answer::no_content())
}
