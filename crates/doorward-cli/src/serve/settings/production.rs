//! Production refuses what is only good enough on a developer's machine.

use super::{Problems, Settings, Tls};

/// Notes every convenience that these settings would have in production.
pub(super) fn check(settings: &Settings, problems: &mut Problems) {
    let trusts_proxies = !settings.trusted_proxies.is_empty();
    match &settings.domain {
        None => problems.add("domain", "production needs the public name of the tenant"),
        Some(domain) if is_local(domain) => {
            problems.add("domain", "production needs a public name, not localhost");
        }
        Some(_) => {}
    }
    for (number, tenant) in settings.more_tenants.iter().enumerate() {
        if is_local(&tenant.domain) {
            let key = format!("tenants[{number}].domain");
            problems.add(&key, "production needs a public name, not localhost");
        }
    }
    if matches!(settings.tls, Tls::AtProxy) && !trusts_proxies {
        problems.add(
            "tls_cert",
            "production needs a certificate, or trusted_proxies that end TLS",
        );
    }
    if settings.encryption_key_file.is_none() {
        problems.add(
            "encryption_key_file",
            "production needs a key file, kept apart from the data",
        );
    }
    if !settings.http.ip().is_loopback() && !trusts_proxies {
        problems.add(
            "http",
            "plain HTTP beyond this machine needs trusted_proxies in production",
        );
    }
}

/// Whether only this machine knows itself by that name.
fn is_local(domain: &str) -> bool {
    let host = domain.split(':').next().unwrap_or(domain);
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    host == "localhost" || host.ends_with(".localhost")
}
