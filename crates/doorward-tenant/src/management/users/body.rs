//! The body of `POST /users`: what a connection asks for beyond the schema.

use serde_json::{Map, Value};

use super::fault::UserFault;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::profile::Profile;
use crate::domain::profile::contact::normalized_email;
use crate::domain::profile::metadata::{Metadata, MetadataFault};
use crate::domain::user::Document;
use crate::domain::user_update::{UpdateFault, check_email, check_username};
use crate::http::management_error::ManagementError;

/// A new user as a request describes them.
pub(super) struct NewUser {
    pub(super) document: Document,
    pub(super) password: Option<String>,
    pub(super) identity_id: Option<String>,
    pub(super) is_blocked: bool,
}

/// Reads a body that has passed its schema.
///
/// # Errors
///
/// 400 when the connection needs more, or metadata is not allowed.
pub(super) fn read(
    connection: &Connection,
    members: &Map<String, Value>,
) -> Result<NewUser, ManagementError> {
    let text = |name: &str| members.get(name).and_then(Value::as_str).map(str::to_owned);
    let flag = |name: &str| members.get(name).and_then(Value::as_bool);
    let profile = Profile {
        email: text("email").map(|email| normalized_email(&email)),
        email_verified: flag("email_verified").unwrap_or(false),
        username: text("username"),
        phone_number: text("phone_number"),
        phone_verified: flag("phone_verified"),
        name: text("name"),
        nickname: text("nickname"),
        given_name: text("given_name"),
        family_name: text("family_name"),
        picture: text("picture"),
        additional: Map::new(),
    };
    if let Some(email) = &profile.email {
        check_email(email).map_err(UserFault::from)?;
    }
    if let Some(username) = &profile.username {
        check_username(connection, username).map_err(UserFault::from)?;
    }
    let new = NewUser {
        document: Document {
            profile,
            user_metadata: metadata(Metadata::User, members.get("user_metadata"))?,
            app_metadata: metadata(Metadata::App, members.get("app_metadata"))?,
        },
        password: text("password").filter(|_| connection.strategy == Strategy::Database),
        identity_id: text("user_id").filter(|id| !id.is_empty()),
        is_blocked: flag("blocked").unwrap_or(false),
    };
    match missing(connection, &new) {
        Some(name) => Err(ManagementError::invalid_body(format!(
            "Payload validation error: 'Missing required property: {name}'."
        ))),
        None => Ok(new),
    }
}

fn metadata(
    kind: Metadata,
    value: Option<&Value>,
) -> Result<Option<Map<String, Value>>, ManagementError> {
    let Some(Value::Object(object)) = value else {
        return Ok(None);
    };
    let checked = kind
        .check(object)
        .and_then(|()| kind.create(object.clone()));
    Ok(checked.map_err(|fault: MetadataFault| UserFault::Update(UpdateFault::from(fault)))?)
}

/// The first attribute that the connection needs and the user lacks.
fn missing(connection: &Connection, new: &NewUser) -> Option<&'static str> {
    let profile = &new.document.profile;
    match connection.strategy {
        Strategy::Email => profile.email.is_none().then_some("email"),
        Strategy::Sms => profile.phone_number.is_none().then_some("phone_number"),
        Strategy::Other => None,
        Strategy::Database => {
            let password = &connection.option("authentication_methods")["password"];
            let is_optional = password["api_behavior"] == "optional";
            let has = |name: &str| match name {
                "email" => profile.email.is_some(),
                "username" => profile.username.is_some(),
                _ => profile.phone_number.is_some(),
            };
            connection
                .missing_name(has)
                .or((new.password.is_none() && !is_optional).then_some("password"))
        }
    }
}
