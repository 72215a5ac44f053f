//! `attackProtection`: how soon guessers are stopped.

use super::{Answer, Outcome, Request, serves};
use crate::domain::attack_protection::{self, AttackProtection, Protection};
use crate::domain::settings::TenantSettings;
use crate::store::{StoreError, tenants};

serves! {
    "attackProtection.bruteForceProtection.get" => get_brute_force,
    "attackProtection.bruteForceProtection.update" => update_brute_force,
    "attackProtection.suspiciousIpThrottling.get" => get_suspicious_ip,
    "attackProtection.suspiciousIpThrottling.update" => update_suspicious_ip,
}

/// `GET /attack-protection/brute-force-protection`.
async fn get_brute_force(request: Request) -> Outcome {
    get(&request, Protection::BruteForce).await
}

/// `PATCH /attack-protection/brute-force-protection`.
async fn update_brute_force(request: Request) -> Outcome {
    update(&request, Protection::BruteForce).await
}

/// `GET /attack-protection/suspicious-ip-throttling`.
async fn get_suspicious_ip(request: Request) -> Outcome {
    get(&request, Protection::SuspiciousIp).await
}

/// `PATCH /attack-protection/suspicious-ip-throttling`.
async fn update_suspicious_ip(request: Request) -> Outcome {
    update(&request, Protection::SuspiciousIp).await
}

async fn get(request: &Request, which: Protection) -> Outcome {
    let settings = request.cx.tenant.configuration.settings().await?;
    Ok(Answer::ok(settings.attack_protection.shown(which)))
}

/// What is not mentioned stays as it is; answers everything.
async fn update(request: &Request, which: Protection) -> Outcome {
    let (cx, tenant, change) = (&request.cx, request.cx.tenant_id(), request.members());
    let stored = cx.store().write(move |db| {
        let mut stored = tenants::settings(db, &tenant)?.unwrap_or_default();
        attack_protection::change(&mut stored, which, &change);
        tenants::set_settings(db, &tenant, &stored)?;
        Ok::<_, StoreError>(stored)
    });
    let stored = stored.await?;
    cx.tenant.configuration.invalidate();
    let settings: AttackProtection = TenantSettings::read(&stored).attack_protection;
    Ok(Answer::ok(settings.shown(which)))
}
