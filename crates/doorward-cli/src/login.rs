//! `doorward login` and `logout`: a person's own way to a tenant, kept as a profile.

use std::process::ExitCode;

use clap::Args;
use doorward::authentication::RevokeRefreshToken;
use doorward::authentication::device::DeviceAuthorization;

use crate::call::credentials::{Access, Credentials};
use crate::call::failure::Failure;
use crate::call::finish;
use crate::call::print_line;
use crate::call::profile::Profile;
use crate::call::text::printable;

/// Log in at a tenant, and keep the login for the commands that follow.
#[derive(Debug, Args)]
#[command(after_help = "\
It takes a native application of the tenant that may use the device flow: the command shows a code and waits until you \
have entered it in a browser. Commands that name no tenant then use this login.

  doorward login --domain tenant.eu.auth0.com --client-id …
  doorward login --domain localhost:8443 --ca-file doorward-data/ca.pem --client-id … --profile local
  doorward users list --profile local")]
pub(crate) struct LoginArgs {
    /// What the token is for [default: the tenant's Management API]
    #[arg(long, value_name = "AUDIENCE")]
    audience: Option<String>,
    /// What it may do, separated by spaces
    #[arg(
        long,
        value_name = "SCOPE",
        default_value = "openid profile offline_access"
    )]
    scope: String,
    #[command(flatten)]
    credentials: Credentials,
}

/// Forget a login.
#[derive(Debug, Args)]
pub(crate) struct LogoutArgs {
    #[command(flatten)]
    credentials: Credentials,
}

/// Logs in.
pub(crate) fn run(args: &LoginArgs) -> ExitCode {
    conclude(login(args))
}

/// Logs out.
pub(crate) fn run_logout(args: &LogoutArgs) -> ExitCode {
    conclude(logout(args))
}

fn conclude(command: impl Future<Output = Result<(), Failure>>) -> ExitCode {
    match finish(command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.say(),
    }
}

async fn login(args: &LoginArgs) -> Result<(), Failure> {
    let access: Access<'_> = args.credentials.given()?;
    let Some(client_id) = access.client_id.clone() else {
        return Err(Failure::usage(
            "--client-id or DOORWARD_CLIENT_ID is required",
        ));
    };
    let client = access.authentication()?;
    let audience = args.audience.clone();
    let audience = audience.unwrap_or_else(|| format!("https://{}/api/v2/", access.domain));
    let request = DeviceAuthorization {
        scope: Some(args.scope.clone()),
        audience: Some(audience),
        ..DeviceAuthorization::default()
    };
    let asked = client.device().authorize(&request).await?.data;
    let place = &asked.verification_uri;
    let place = asked.verification_uri_complete.as_ref().unwrap_or(place);
    eprintln!(
        "Open {} and confirm the code {}",
        printable(place),
        printable(&asked.user_code)
    );
    let tokens = client.device().wait(&asked).await?.data;
    let who = tokens.claims.as_ref().map(|claims| claims.sub.to_string());
    let domain = access.domain.clone();
    let profile = Profile::new(domain, client_id, access.ca_file.clone(), tokens);
    let name = args.credentials.profile();
    profile.save(name)?;
    let who = who.map(|who| format!(" as {who}")).unwrap_or_default();
    let line = format!(
        "logged in at {}{who}, kept as profile {name}",
        access.domain
    );
    Ok(print_line(&printable(&line))?)
}

async fn logout(args: &LogoutArgs) -> Result<(), Failure> {
    let name = args.credentials.profile();
    let Some(profile) = Profile::read(name)? else {
        return Err(Failure::NotFound(format!("there is no profile {name}")));
    };
    // Forgotten here in any case; what the tenant says of the token is told afterwards.
    Profile::remove(name)?;
    if let Some(token) = &profile.refresh_token {
        let client = args.credentials.of_profile(&profile).authentication()?;
        let revoke = RevokeRefreshToken::new(token.clone());
        client.oauth().revoke_refresh_token(&revoke).await?;
    }
    Ok(print_line(&format!("logged out of {}", profile.domain))?)
}
