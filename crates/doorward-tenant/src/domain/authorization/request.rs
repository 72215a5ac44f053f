//! One authorization request, read and checked as far as the client alone decides.

use serde::{Deserialize, Serialize};
use url::{Host, Url};

use super::{AuthorizationError, Query, ResponseMode, ResponseType, is_registered, redirect_uri};
use crate::domain::client::{Client, grant_type};
use crate::domain::device_code::DeviceCode;
use crate::domain::dpop::is_thumbprint;
use crate::domain::parameters::Parameters;
use crate::domain::scope::{OFFLINE_ACCESS, ONLINE_ACCESS, Scope};

/// Bytes that all parameters of a request may have together: it is kept for as long as the login takes.
pub(crate) const REQUEST_BYTES: usize = 10 * 1024;
/// Characters of a parameter that an error shows.
const LONGEST_SHOWN: usize = 100;

/// Where the application gets its answer, success or error.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Destination {
    pub(crate) redirect_uri: String,
    pub(crate) response_mode: ResponseMode,
    /// Echoed unchanged.
    pub(crate) state: Option<String>,
}

/// Why nothing may be sent to the application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Untrusted {
    /// No `redirect_uri`, and the client has not exactly one to default to.
    MissingRedirectUri,
    /// The `redirect_uri` is not among the client's `callbacks`.
    Callback(String),
}

/// What an application asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct AuthorizationRequest {
    pub(crate) client_id: String,
    pub(crate) destination: Destination,
    /// Whether the application named its redirect URI: then the token request must as well.
    pub(crate) redirect_uri_was_sent: bool,
    pub(crate) response_type: ResponseType,
    pub(crate) scope: String,
    /// Identifier of the API.
    pub(crate) audience: Option<String>,
    pub(crate) nonce: Option<String>,
    pub(crate) prompt: Prompt,
    /// In seconds.
    pub(crate) max_age: Option<i64>,
    pub(crate) login_hint: Option<String>,
    pub(crate) screen_hint: Option<String>,
    /// Name of the connection to log in with.
    pub(crate) connection: Option<String>,
    /// Challenge of RFC 7636, method S256.
    pub(crate) code_challenge: Option<String>,
    pub(crate) ui_locales: Option<String>,
    /// The thumbprint of the key that the code is to be bound to (RFC 9449, 10).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) dpop_jkt: Option<String>,
    /// The device that asks, if one does (RFC 8628). It has no destination and gets its answer when it polls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) device: Option<String>,
    /// What the application calls the journey that this is part of.
    pub(crate) correlation_id: Option<String>,
    /// The SDK that made the request, in base64.
    pub(crate) auth0_client: Option<String>,
}

/// `prompt` of OpenID Connect. `select_account` shows the login page like `login` does, because
/// there is one account a browser.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Prompt {
    pub(crate) none: bool,
    pub(crate) login: bool,
    pub(crate) consent: bool,
    pub(crate) select_account: bool,
}

impl Destination {
    /// Finds out where answers go, and whether they may.
    pub(crate) fn read(parameters: &Parameters, client: &Client) -> Result<Self, Untrusted> {
        let redirect_uri = match parameters.get("redirect_uri") {
            Some(asked) => {
                // The answer has a fragment of its own.
                let asked = asked.split('#').next().unwrap_or_default();
                if !is_registered(&client.callbacks, asked, Query::Counts) {
                    return Err(Untrusted::Callback(asked.to_owned()));
                }
                asked.to_owned()
            }
            None => match client.callbacks.as_slice() {
                [only] if is_registered(&client.callbacks, only, Query::Counts) => only.clone(),
                _ => return Err(Untrusted::MissingRedirectUri),
            },
        };
        let response_type = parameters
            .get("response_type")
            .and_then(ResponseType::parse);
        let default = response_type.map_or(ResponseMode::Query, ResponseType::default_mode);
        let asked = parameters
            .get("response_mode")
            .and_then(ResponseMode::parse);
        Ok(Self {
            redirect_uri,
            // Tokens never travel in a query, which ends up in logs and histories.
            response_mode: match asked {
                Some(ResponseMode::Query) | None => default,
                Some(mode) => mode,
            },
            state: parameters.owned("state"),
        })
    }

    /// Whether it is certain who listens at the redirect URI. Nobody can tell that of a port on
    /// the person's own machine, or of a scheme that any program may claim.
    fn is_verifiable(&self) -> bool {
        self.is_web_address() && !self.is_local()
    }

    fn is_web_address(&self) -> bool {
        redirect_uri::origin_of(&self.redirect_uri).is_some()
    }

    /// Whether a port on the person's own machine is meant.
    fn is_local(&self) -> bool {
        let Ok(url) = Url::parse(&self.redirect_uri) else {
            return false;
        };
        match url.host() {
            Some(Host::Domain(name)) => {
                let name = name.strip_suffix('.').unwrap_or(name);
                name == "localhost" || name.ends_with(".localhost")
            }
            Some(Host::Ipv4(ip)) => ip.is_loopback(),
            Some(Host::Ipv6(ip)) => ip.to_canonical().is_loopback(),
            None => false,
        }
    }
}

impl AuthorizationRequest {
    /// Reads the rest of a request whose destination is trusted.
    ///
    /// # Errors
    ///
    /// What the application is told.
    pub(crate) fn read(
        parameters: &Parameters,
        client: &Client,
        destination: Destination,
    ) -> Result<Self, AuthorizationError> {
        let response_type = response_type(parameters, client)?;
        response_mode(parameters, response_type)?;
        let request = Self {
            client_id: client.id.clone(),
            redirect_uri_was_sent: parameters.get("redirect_uri").is_some(),
            response_type,
            scope: parameters.owned("scope").unwrap_or_default(),
            audience: parameters.owned("audience"),
            nonce: parameters.owned("nonce"),
            prompt: Prompt::read(parameters.get("prompt").unwrap_or_default())?,
            max_age: max_age(parameters)?,
            login_hint: parameters.owned("login_hint"),
            screen_hint: parameters.owned("screen_hint"),
            connection: parameters.owned("connection"),
            code_challenge: code_challenge(parameters, client, response_type)?,
            ui_locales: parameters.owned("ui_locales"),
            dpop_jkt: dpop_jkt(parameters)?,
            device: None,
            correlation_id: parameters.owned("correlation_id"),
            auth0_client: parameters.owned("auth0Client"),
            destination,
        };
        let scope = Scope::parse(&request.scope);
        if scope.contains(ONLINE_ACCESS) && scope.contains(OFFLINE_ACCESS) {
            let both = "Cannot request both online_access and offline_access scopes";
            return Err(AuthorizationError::new("invalid_scope", both));
        }
        if response_type.id_token && request.nonce.is_none() {
            return Err(AuthorizationError::missing("nonce"));
        }
        unsupported(parameters)?;
        Ok(request)
    }

    /// What a device asks for.
    pub(crate) fn of_device(code: &DeviceCode, device: String) -> Self {
        Self {
            client_id: code.client_id.clone(),
            destination: Destination {
                redirect_uri: String::new(),
                response_mode: ResponseMode::Query,
                state: None,
            },
            redirect_uri_was_sent: false,
            response_type: ResponseType {
                code: false,
                token: false,
                id_token: false,
            },
            scope: code.asked.scope.clone(),
            audience: code.asked.audience.clone(),
            nonce: None,
            prompt: Prompt::default(),
            max_age: None,
            login_hint: None,
            screen_hint: None,
            connection: None,
            code_challenge: None,
            ui_locales: None,
            dpop_jkt: None,
            correlation_id: None,
            auth0_client: None,
            device: Some(device),
        }
    }

    /// Whether it is certain who gets the answer. Of a device the person themselves has said so.
    pub(crate) fn is_verifiable(&self) -> bool {
        self.device.is_some() || self.destination.is_verifiable()
    }

    /// Whether a program on the person's own machine gets the answer.
    pub(crate) fn is_for_this_machine(&self) -> bool {
        self.device.is_none() && self.destination.is_local()
    }

    /// Whether the ID token tells when the user logged in.
    pub(crate) fn wants_auth_time(&self) -> bool {
        self.max_age.is_some() || self.prompt.login
    }
}

impl Prompt {
    fn read(text: &str) -> Result<Self, AuthorizationError> {
        let mut prompt = Self::default();
        let mut words = 0;
        for word in text.split_ascii_whitespace() {
            words += 1;
            match word {
                "none" => prompt.none = true,
                "login" => prompt.login = true,
                "consent" => prompt.consent = true,
                "select_account" => prompt.select_account = true,
                // Other providers know other words; they change nothing here.
                _ => {}
            }
        }
        if prompt.none && words > 1 {
            return Err(AuthorizationError::invalid_request(
                "prompt none cannot be combined with other values",
            ));
        }
        Ok(prompt)
    }
}

fn response_type(
    parameters: &Parameters,
    client: &Client,
) -> Result<ResponseType, AuthorizationError> {
    let text = parameters
        .get("response_type")
        .ok_or_else(|| AuthorizationError::missing("response_type"))?;
    let Some(response_type) = ResponseType::parse(text) else {
        let description = format!("Unsupported response type: {}", shown(text));
        return Err(AuthorizationError::new(
            "unsupported_response_type",
            description,
        ));
    };
    let needed = [
        (response_type.code, grant_type::AUTHORIZATION_CODE),
        (response_type.has_tokens(), grant_type::IMPLICIT),
    ];
    for (is_needed, name) in needed {
        if is_needed && !client.may_use(name) {
            let description = format!("Grant type '{name}' not allowed for the client.");
            return Err(AuthorizationError::new("unauthorized_client", description));
        }
    }
    Ok(response_type)
}

fn response_mode(
    parameters: &Parameters,
    response_type: ResponseType,
) -> Result<(), AuthorizationError> {
    let Some(name) = parameters.get("response_mode") else {
        return Ok(());
    };
    match ResponseMode::parse(name) {
        None => {
            let description = format!("Unsupported response mode: {}", shown(name));
            Err(AuthorizationError::invalid_request(description))
        }
        Some(ResponseMode::Query) if response_type.has_tokens() => {
            Err(AuthorizationError::invalid_request(
                "response_mode query is not allowed when tokens are returned",
            ))
        }
        Some(_) => Ok(()),
    }
}

fn shown(value: &str) -> String {
    value.chars().take(LONGEST_SHOWN).collect()
}

fn max_age(parameters: &Parameters) -> Result<Option<i64>, AuthorizationError> {
    let Some(text) = parameters.get("max_age") else {
        return Ok(None);
    };
    match text.parse::<u32>() {
        Ok(seconds) => Ok(Some(i64::from(seconds))),
        Err(_) => Err(AuthorizationError::invalid_request(
            "max_age must be a number of seconds",
        )),
    }
}

fn code_challenge(
    parameters: &Parameters,
    client: &Client,
    response_type: ResponseType,
) -> Result<Option<String>, AuthorizationError> {
    let Some(challenge) = parameters.get("code_challenge") else {
        if response_type.code && client.is_public() {
            return Err(AuthorizationError::missing("code_challenge"));
        }
        return Ok(None);
    };
    // Without a method the challenge would be the verifier itself, and travel in the open.
    if parameters.get("code_challenge_method") != Some("S256") {
        return Err(AuthorizationError::invalid_request(
            "code_challenge_method must be S256",
        ));
    }
    let is_base64url = challenge
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if challenge.len() != 43 || !is_base64url {
        return Err(AuthorizationError::invalid_request(
            "code_challenge must be a base64url SHA-256 hash",
        ));
    }
    Ok(Some(challenge.to_owned()))
}

fn dpop_jkt(parameters: &Parameters) -> Result<Option<String>, AuthorizationError> {
    let thumbprint = parameters.owned("dpop_jkt");
    if thumbprint
        .as_deref()
        .is_some_and(|text| !is_thumbprint(text))
    {
        return Err(AuthorizationError::invalid_request(
            "dpop_jkt must be the base64url SHA-256 thumbprint of a key",
        ));
    }
    Ok(thumbprint)
}

/// What would change the meaning of the request if it were ignored.
fn unsupported(parameters: &Parameters) -> Result<(), AuthorizationError> {
    for (name, description) in [
        (
            "organization",
            "parameter organization is not allowed for this client",
        ),
        ("invitation", "invitation not found or already used"),
        // Where it is supported it was looked at before, and taken away.
        ("request", "parameter request is not supported"),
        (
            "authorization_details",
            "parameter authorization_details is not supported",
        ),
    ] {
        if parameters.get(name).is_some() {
            return Err(AuthorizationError::invalid_request(description));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_can_tell_who_listens_on_the_persons_own_machine() {
        let is_verifiable = |uri: &str| {
            let destination = Destination {
                redirect_uri: uri.to_owned(),
                response_mode: ResponseMode::Query,
                state: None,
            };
            destination.is_verifiable()
        };
        for uri in [
            "https://app.example/cb",
            "https://127.example/",
            "https://192.0.2.1/cb",
        ] {
            assert!(is_verifiable(uri), "{uri}");
        }
        for uri in [
            "http://localhost:3000/cb",
            "http://LOCALHOST./cb",
            "http://app.localhost/cb",
            "http://127.0.0.2/cb",
            "http://[::1]/cb",
            "http://[::1]:3000/cb",
            "http://[::ffff:127.0.0.1]/cb",
            "app://cb",
        ] {
            assert!(!is_verifiable(uri), "{uri}");
        }
    }
}
