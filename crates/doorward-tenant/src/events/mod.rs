//! Tenant logs: what happened, to whom, from where. Written behind the answers, many in one commit.

mod recorder;

pub(crate) use recorder::Recorder;

use serde_json::{Map, Value, json};

use crate::domain::excerpt::excerpt;

/// The type codes of tenant logs that Doorward writes, by Auth0's names.
pub(crate) mod kind {
    pub(crate) const CODE_EXCHANGED: &str = "seacft";
    pub(crate) const CODE_EXCHANGE_FAILED: &str = "feacft";
    pub(crate) const CLIENT_CREDENTIALS_EXCHANGED: &str = "seccft";
    pub(crate) const CLIENT_CREDENTIALS_FAILED: &str = "feccft";
    pub(crate) const PASSWORD_EXCHANGED: &str = "sepft";
    pub(crate) const PASSWORD_FAILED: &str = "fepft";
    pub(crate) const REFRESH_TOKEN_EXCHANGED: &str = "sertft";
    pub(crate) const REFRESH_TOKEN_FAILED: &str = "fertft";
    pub(crate) const REFRESH_TOKEN_REUSED: &str = "ferrt";
    pub(crate) const REFRESH_TOKEN_REVOKED: &str = "srrt";
    pub(crate) const DEVICE_AUTHORIZATION_FAILED: &str = "fdeaz";
    pub(crate) const DEVICE_ACTIVATION_FAILED: &str = "fdeac";
    pub(crate) const DEVICE_CANCELLED: &str = "fdecc";
    pub(crate) const DEVICE_CODE_EXCHANGED: &str = "sede";
    pub(crate) const DEVICE_CODE_FAILED: &str = "fede";
    pub(crate) const DELEGATED: &str = "sd";
    pub(crate) const DELEGATION_FAILED: &str = "fd";
    pub(crate) const DELEGATION_LIMITED: &str = "limit_delegation";
    pub(crate) const LOGIN: &str = "s";
    pub(crate) const LOGIN_FAILED: &str = "f";
    pub(crate) const SILENT: &str = "ssa";
    pub(crate) const SILENT_FAILED: &str = "fsa";
    pub(crate) const LOGOUT: &str = "slo";
    pub(crate) const LOGOUT_FAILED: &str = "flo";
    pub(crate) const PUSHED_REQUEST_FAILED: &str = "fpar";
    pub(crate) const CODE_OR_LINK_SENT: &str = "cls";
    pub(crate) const CODE_SENT: &str = "cs";
    pub(crate) const PASSWORDLESS_FAILED: &str = "fepotpft";
    pub(crate) const VERIFICATION_SENT: &str = "svr";
    pub(crate) const EMAIL_VERIFIED: &str = "sv";
    pub(crate) const PASSWORD_CHANGE_REQUESTED: &str = "scpr";
    pub(crate) const PASSWORD_CHANGE_REQUEST_FAILED: &str = "fcpr";
    pub(crate) const PASSWORD_CHANGED: &str = "scp";
    pub(crate) const PASSWORD_CHANGE_FAILED: &str = "fcp";
    pub(crate) const NOTIFICATION_FAILED: &str = "fn";
    pub(crate) const UNBLOCKED: &str = "ublkdu";
    pub(crate) const WRONG_PASSWORD: &str = "fp";
    pub(crate) const UNKNOWN_USER: &str = "fu";
    pub(crate) const SIGNED_UP: &str = "ss";
    pub(crate) const SIGN_UP_FAILED: &str = "fs";
    pub(crate) const ADDRESS_BLOCKED: &str = "limit_mu";
    pub(crate) const ACCOUNT_BLOCKED: &str = "limit_wc";
    pub(crate) const LOGINS_LIMITED: &str = "limit_sul";
    pub(crate) const CORS_REFUSED: &str = "fco";
    pub(crate) const RATE_LIMITED: &str = "api_limit";
    pub(crate) const RATE_LIMIT_NEAR: &str = "api_limit_warning";
    pub(crate) const MANAGEMENT: &str = "sapi";
    pub(crate) const MANAGEMENT_FAILED: &str = "fapi";
}

/// How many bytes of details an entry keeps, more or less.
const LONGEST_DETAILS: usize = 12 << 10;
/// How many bytes of a scope an entry keeps.
const LONGEST_SCOPE: usize = 512;
/// How many bytes of an audience, which anybody may ask for.
const LONGEST_AUDIENCE: usize = 300;
/// How many bytes of a description, whoever had a part in it.
const LONGEST_DESCRIPTION: usize = 1024;

/// One thing that happened in a tenant.
#[derive(Debug, Default)]
pub(crate) struct Event {
    /// A type code of [`kind`].
    pub(crate) kind: &'static str,
    pub(crate) description: String,
    pub(crate) client: Option<(String, String)>,
    pub(crate) connection: Option<(String, String)>,
    /// The connection's strategy, such as `auth0`.
    pub(crate) strategy: Option<String>,
    pub(crate) user_id: Option<String>,
    /// The user's id within the connection.
    pub(crate) identity_user_id: Option<String>,
    /// E-mail address, username or what was typed.
    pub(crate) user_name: Option<String>,
    pub(crate) audience: Option<String>,
    pub(crate) scope: Option<String>,
    /// Members that depend on the type. Never a secret, token, password or code.
    pub(crate) details: Value,
}

impl Event {
    pub(crate) fn new(kind: &'static str, description: impl Into<String>) -> Self {
        let mut description: String = description.into();
        description.truncate(description.floor_char_boundary(LONGEST_DESCRIPTION));
        Self {
            kind,
            description,
            details: json!({}),
            ..Self::default()
        }
    }

    pub(crate) fn client(mut self, client: &crate::domain::client::Client) -> Self {
        self.client = Some((client.id.clone(), client.name.clone()));
        self
    }

    pub(crate) fn connection(mut self, connection: &crate::domain::connection::Connection) -> Self {
        self.connection = Some((connection.id.clone(), connection.name.clone()));
        self.strategy = Some(connection.provider.clone());
        self
    }

    /// Names the user, and the connection of their main identity unless another one is named.
    pub(crate) fn user(mut self, user: &crate::domain::user::User) -> Self {
        if let Some(identity) = user.identities.first()
            && self.connection.is_none()
        {
            self.connection = Some((identity.connection_id.clone(), identity.connection.clone()));
            self.strategy = Some(identity.provider.clone());
        }
        let profile = &user.profile;
        let name = profile
            .email
            .as_ref()
            .or(profile.username.as_ref())
            .or(profile.phone_number.as_ref());
        let named = self.connection.as_ref().map(|(id, _)| id);
        let mut identities = user.identities.iter();
        let identity = identities.find(|identity| Some(&identity.connection_id) == named);
        self.identity_user_id = identity.map(|identity| identity.identity_id.clone());
        self.user_id = Some(user.user_id.clone());
        self.user_name = name.cloned();
        self
    }

    /// Names the user where no more is known than the id.
    pub(crate) fn user_id(mut self, user_id: String) -> Self {
        self.user_id = Some(user_id);
        self
    }

    pub(crate) fn user_name(mut self, typed: &str) -> Self {
        // What was typed may be anything; a log entry stays small.
        self.user_name = Some(typed.chars().take(256).collect());
        self
    }

    pub(crate) fn audience(mut self, audience: &str, scope: &str) -> Self {
        let audience = &audience[..audience.floor_char_boundary(LONGEST_AUDIENCE)];
        self.audience = Some(audience.to_owned());
        // A token for the Management API may have hundreds of scopes, and an entry is written for each token.
        let kept = &scope[..scope.floor_char_boundary(LONGEST_SCOPE)];
        let whole_names = if kept.len() < scope.len() {
            kept.rfind(' ')
        } else {
            None
        };
        self.scope = Some(kept[..whole_names.unwrap_or(kept.len())].to_owned());
        self
    }

    pub(crate) fn details(mut self, details: Value) -> Self {
        self.details = details;
        self
    }

    /// The entry as the Management API shows it, but for `_id` and `log_id`. Members that every entry has are null
    /// where there is nothing to say.
    fn document(&self, caller: &Surroundings<'_>, date: jiff::Timestamp) -> Map<String, Value> {
        let (client_id, client_name) = pair(&self.client);
        let (connection_id, connection) = pair(&self.connection);
        let strategy_type = self.strategy.as_deref().map(|strategy| match strategy {
            "auth0" => "database",
            "email" | "sms" => "passwordless",
            _ => "social",
        });
        let mut document = Map::new();
        let mut put = |name: &str, value: Value| document.insert(name.to_owned(), value);
        put("date", crate::domain::profile::wire_time(date).into());
        put("type", self.kind.into());
        put("description", self.description.as_str().into());
        put("connection", connection);
        put("connection_id", connection_id);
        put("organization_id", Value::Null);
        put("organization_name", Value::Null);
        put("client_id", client_id);
        put("client_name", client_name);
        put("ip", caller.ip.into());
        if let Some(client_ip) = caller.client_ip {
            put("client_ip", client_ip.into());
        }
        put("hostname", caller.hostname.into());
        let mut details = self.details.clone();
        excerpt(&mut details, LONGEST_DETAILS);
        put("details", details);
        put("user_id", self.user_id.clone().into());
        put("user_name", self.user_name.clone().into());
        if let Some(identity) = &self.identity_user_id {
            put("identity_user_id", identity.as_str().into());
        }
        put("user_agent", caller.user_agent.into());
        put("audience", self.audience.clone().into());
        put("strategy", self.strategy.clone().into());
        put("strategy_type", strategy_type.into());
        put("isMobile", is_mobile(caller.user_agent).into());
        put("location_info", Value::Null);
        if let Some(scope) = &self.scope {
            put("scope", scope.as_str().into());
        }
        if let Some(sdk) = caller.auth0_client {
            put("auth0_client", sdk.clone());
        }
        if !caller.references.is_empty() {
            put("references", caller.references.clone().into());
        }
        put("tenant_name", caller.tenant_name.into());
        put("environment_name", "doorward".into());
        put("$event_schema", json!({ "version": "1.0.0" }));
        document
    }
}

/// Where an event happened.
pub(crate) struct Surroundings<'c> {
    /// Where the person is.
    pub(crate) ip: &'c str,
    /// Where the client is that speaks for them, if it is elsewhere.
    pub(crate) client_ip: Option<&'c str>,
    pub(crate) user_agent: &'c str,
    pub(crate) hostname: &'c str,
    pub(crate) tenant_name: &'c str,
    pub(crate) auth0_client: Option<&'c Value>,
    /// What ties the entry to what others log.
    pub(crate) references: Map<String, Value>,
}

fn pair(of: &Option<(String, String)>) -> (Value, Value) {
    match of {
        Some((id, name)) => (id.as_str().into(), name.as_str().into()),
        None => (Value::Null, Value::Null),
    }
}

fn is_mobile(user_agent: &str) -> bool {
    ["Mobile", "Android", "iPhone", "okhttp", "CFNetwork"]
        .iter()
        .any(|sign| user_agent.contains(sign))
}
