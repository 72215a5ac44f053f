//! `POST /dbconnections/signup`: somebody makes a user of a database connection for themselves.

use std::sync::Arc;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::{Map, Value, json};

use crate::accounts::{AccountFault, Accounts, NewAccount};
use crate::domain::attack_protection::Protection;
use crate::domain::client::Client;
use crate::domain::connection::{Connection, Strategy};
use crate::domain::profile::{Profile, contact};
use crate::domain::user::{Document, IdentifierKind, LoginIdentifier, User};
use crate::domain::user_update::check_username;
use crate::events::{Event, kind};
use crate::http::parameters::object;
use crate::http::{Body, Context, DatabaseError, Utf8Json};
use crate::login::tickets;
use crate::protection::is_free;
use crate::protection::quota::Allowance;
use crate::store::{self, StoreError, users};

/// Bounds of `user_metadata` at sign-up.
const MOST_METADATA: usize = 10;
const LONGEST_METADATA_KEY: usize = 100;
const LONGEST_METADATA_VALUE: usize = 500;

/// What a sign-up asks for, checked.
struct SignUp {
    client: Arc<Client>,
    connection: Arc<Connection>,
    document: Document,
    password: String,
}

/// `POST /dbconnections/signup`. Does not sign the user in.
pub(crate) async fn signup(cx: Context, Body(body): Body) -> Result<Response, DatabaseError> {
    let body = object(&body).map_err(DatabaseError::of_body)?;
    let journey = &cx.caller.journey;
    journey.learn(body.get("correlation_id").and_then(Value::as_str), None);
    let asked = match read(&cx, &body).await {
        Ok(asked) => asked,
        Err(refused) => {
            record_refusal(&cx, &body, &refused).await;
            return Err(refused);
        }
    };
    let counted = let_in(&cx, &asked.client, &asked.connection).await;
    counted
        .map_err(store_failed)?
        .map_err(DatabaseError::suspicious_address)?;
    let username = asked.document.profile.username.clone();
    let made = create(
        &cx,
        &asked.client,
        &asked.connection,
        asked.document,
        &asked.password,
    );
    match made.await {
        Ok(user) => Ok(Utf8Json(answer(&user)).into_response()),
        Err(fault) => Err(told(&cx, &asked.connection, username, fault).await),
    }
}

/// Counts a sign-up that is complete, whatever becomes of it. In development without Auth0's limits only if the tenant
/// has settings of its own for suspicious addresses.
///
/// # Errors
///
/// What is left, which tells how long to wait, when the address has signed up too often; the log has heard of it.
pub(crate) async fn let_in(
    cx: &Context,
    client: &Client,
    connection: &Connection,
) -> Result<Result<(), Allowance>, StoreError> {
    let settings = cx.tenant.configuration.settings().await?;
    let protection = &settings.attack_protection;
    if is_free(&cx.server.settings, protection, Protection::SuspiciousIp) {
        return Ok(Ok(()));
    }
    let rules = &protection.sign_ups;
    let counted = cx.tenant.sign_ups.count(rules, cx.caller.ip, cx.now());
    let Some(early) = counted else {
        return Ok(Ok(()));
    };
    if early.is_news {
        let event = Event::new(kind::ADDRESS_BLOCKED, "Too many sign-ups").client(client);
        let event = event.connection(connection);
        cx.record(&event.details(json!({ "flow": "signup" })));
    }
    Ok(if early.is_refused {
        Err(early.left)
    } else {
        Ok(())
    })
}

/// Makes the user and notes it in the log; also what the sign-up page does.
///
/// # Errors
///
/// See [`AccountFault`].
pub(crate) async fn create(
    cx: &Context,
    client: &Client,
    connection: &Connection,
    document: Document,
    password: &str,
) -> Result<User, AccountFault> {
    let name = document
        .profile
        .email
        .clone()
        .or(document.profile.username.clone())
        .unwrap_or_default();
    let new = NewAccount {
        connection,
        document,
        password: Some(password),
        identity_id: None,
        is_blocked: false,
    };
    let made = Accounts::of(&cx.server, &cx.tenant.id).create(new).await;
    let event = match &made {
        Ok(user) => Event::new(kind::SIGNED_UP, "").user(user),
        Err(fault) => Event::new(kind::SIGN_UP_FAILED, fault.to_string()).user_name(&name),
    };
    let event = event.client(client).connection(connection);
    cx.record(&event.details(body_details(cx, client, &connection.name, &name)));
    let letterhead = (!client.is_global).then_some(client);
    if let Ok(user) = &made
        && let Err(error) = tickets::send_verification(cx, letterhead, user).await
    {
        // The account stands; the message can be asked for again.
        let error: &dyn std::error::Error = &error;
        tracing::error!(error, "no verification message was written");
    }
    made
}

/// Notes a sign-up that was refused before anything of it was made. Who names no client of the tenant is no failed
/// sign-up.
async fn record_refusal(cx: &Context, body: &Map<String, Value>, refused: &DatabaseError) {
    let text = |name: &str| body.get(name).and_then(Value::as_str).unwrap_or_default();
    let client = cx.tenant.configuration.client(text("client_id")).await;
    let Ok(Some(client)) = client else {
        return;
    };
    let [connection, email] = ["connection", "email"].map(|name| {
        let shown = text(name).chars().take(256);
        shown.collect::<String>()
    });
    let body = body_details(cx, &client, &connection, &email);
    let event = Event::new(kind::SIGN_UP_FAILED, refused.told()).client(&client);
    cx.record(&event.user_name(&email).details(body));
}

fn body_details(cx: &Context, client: &Client, connection: &str, email: &str) -> Value {
    let body = json!({
        "client_id": client.id,
        "connection": connection,
        "email": email,
        "tenant": cx.tenant.names.tenant,
        "password": "*****",
    });
    json!({ "body": body })
}

async fn read(cx: &Context, body: &Map<String, Value>) -> Result<SignUp, DatabaseError> {
    let text = |name: &str| match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.contains('\0') => Err(DatabaseError::parameter(
            &format!("{name} must not contain NUL characters"),
        )),
        Some(Value::String(text)) => Ok(Some(text.as_str()).filter(|text| !text.is_empty())),
        Some(_) => Err(DatabaseError::parameter(&format!(
            "{name} must be a string"
        ))),
    };
    let required = |name: &str| {
        text(name)?.ok_or_else(|| DatabaseError::parameter(&format!("{name} is required")))
    };
    let client_id = text("client_id")?;
    let connection = required("connection")?;
    let password = required("password")?.to_owned();
    let (client, connection) = find(cx, client_id, connection).await?;
    let owned = |name: &str| Ok::<_, DatabaseError>(text(name)?.map(str::to_owned));
    // A name that the connection does not know would be somebody's all the same: whoever says it first.
    let name = |name: &str| Ok::<_, DatabaseError>(owned(name)?.filter(|_| connection.takes(name)));
    let profile = Profile {
        email: name("email")?.map(|email| contact::normalized_email(&email)),
        username: name("username")?,
        phone_number: name("phone_number")?,
        given_name: owned("given_name")?,
        family_name: owned("family_name")?,
        name: owned("name")?,
        nickname: owned("nickname")?,
        picture: owned("picture")?,
        ..Profile::default()
    };
    check(&connection, &profile)?;
    let user_metadata = body.get("user_metadata").filter(|value| !value.is_null());
    let user_metadata = user_metadata.map(metadata).transpose()?;
    let document = Document {
        profile,
        user_metadata,
        app_metadata: None,
    };
    Ok(SignUp {
        client,
        connection,
        document,
        password,
    })
}

/// The client and the connection of a sign-up. Who names no client speaks for the global one, which stands for all:
/// it may use what any of them may.
async fn find(
    cx: &Context,
    client_id: Option<&str>,
    connection: &str,
) -> Result<(Arc<Client>, Arc<Connection>), DatabaseError> {
    let configuration = &cx.tenant.configuration;
    let client = match client_id {
        Some(client_id) => {
            let named = configuration.client(client_id).await;
            named.map(|named| named.filter(|client| !client.is_global))
        }
        None => configuration.global_client().await,
    };
    let client = client.map_err(store_failed)?;
    let connection = configuration
        .connection_named(connection)
        .await
        .map_err(store_failed)?;
    let Some(client) = client else {
        return Err(DatabaseError::bad_request(
            "invalid_client",
            "The client does not exist",
        ));
    };
    let connection = connection.filter(|connection| {
        let is_enabled = if client.is_global {
            !connection.enabled_clients.is_empty()
        } else {
            connection.is_enabled_for(&client.id)
        };
        connection.strategy == Strategy::Database && is_enabled
    });
    let Some(connection) = connection else {
        return Err(DatabaseError::bad_request(
            "invalid_connection",
            "The connection does not exist",
        ));
    };
    if connection.is_on("disable_signup") {
        return Err(DatabaseError::bad_request(
            "public_signup_disabled",
            "Public signup is disabled",
        ));
    }
    Ok((client, connection))
}

/// Checks the names that a user of this connection is found by, and the lengths of everything.
fn check(connection: &Connection, profile: &Profile) -> Result<(), DatabaseError> {
    let has_identifier =
        profile.email.is_some() || profile.username.is_some() || profile.phone_number.is_some();
    let takes_others = connection.option("attributes").is_object();
    if profile.email.is_none() && (!takes_others || !has_identifier) {
        return Err(DatabaseError::parameter("email is required"));
    }
    if connection.is_on("requires_username") && profile.username.is_none() {
        return Err(DatabaseError::parameter("username is required"));
    }
    if profile
        .email
        .as_deref()
        .is_some_and(|email| !contact::is_email(email))
    {
        return Err(DatabaseError::bad_request(
            "invalid_email",
            "The email address is not valid",
        ));
    }
    if profile
        .phone_number
        .as_deref()
        .is_some_and(|number| !contact::is_phone_number(number))
    {
        return Err(DatabaseError::bad_request(
            "invalid_phone_number",
            "The phone number is not valid",
        ));
    }
    if let Some(username) = &profile.username
        && let Some(fault) = username_fault(connection, username)
    {
        return Err(DatabaseError::parameter(&fault));
    }
    let attributes = [
        ("name", &profile.name),
        ("nickname", &profile.nickname),
        ("given_name", &profile.given_name),
        ("family_name", &profile.family_name),
    ];
    for (name, value) in attributes {
        if let Some(value) = value {
            contact::check_length(name, value)
                .map_err(|fault| DatabaseError::parameter(&format!("{name}: {fault}")))?;
        }
    }
    match &profile.picture {
        Some(picture) if picture.len() > 2048 => {
            Err(DatabaseError::parameter("picture is too long"))
        }
        _ => Ok(()),
    }
}

/// Why nobody who signs up may call themselves so. Somebody else's address is no username.
pub(crate) fn username_fault(connection: &Connection, username: &str) -> Option<String> {
    if contact::is_email(username) {
        return Some("The username cannot be an email.".to_owned());
    }
    let checked = check_username(connection, username);
    checked.err().map(|fault| fault.to_string())
}

fn metadata(value: &Value) -> Result<Map<String, Value>, DatabaseError> {
    let bad = |sentence: &str| Err(DatabaseError::parameter(sentence));
    let Some(object) = value.as_object() else {
        return bad("user_metadata must be an object");
    };
    if object.len() > MOST_METADATA {
        return bad("user_metadata must not have more than 10 properties");
    }
    for (name, value) in object {
        if name.len() > LONGEST_METADATA_KEY || name.contains(['.', '$', '\0']) {
            return bad("user_metadata has a property with an invalid name");
        }
        match value.as_str() {
            None => return bad("user_metadata property values must be strings"),
            Some(text) if text.chars().count() > LONGEST_METADATA_VALUE => {
                return bad("user_metadata property values must not be longer than 500 characters");
            }
            Some(text) if text.contains('\0') => {
                return bad("user_metadata property values must not contain NUL characters");
            }
            Some(_) => {}
        }
    }
    Ok(object.clone())
}

async fn told(
    cx: &Context,
    connection: &Connection,
    username: Option<String>,
    fault: AccountFault,
) -> DatabaseError {
    match fault {
        AccountFault::Exists => {
            let settings = cx.tenant.configuration.settings().await.unwrap_or_default();
            if !settings.flag("enable_public_signup_user_exists_error") {
                return DatabaseError::invalid_signup();
            }
            match is_taken(cx, connection, username).await {
                Ok(true) => DatabaseError::bad_request(
                    "username_exists",
                    "The username provided is in use already.",
                ),
                Ok(false) => DatabaseError::bad_request("user_exists", "The user already exists."),
                Err(error) => store_failed(error),
            }
        }
        AccountFault::NoConnection => DatabaseError::invalid_signup(),
        AccountFault::Password(fault) => DatabaseError::with_body(fault.signup_body()),
        AccountFault::TooLong => DatabaseError::parameter("password is too long"),
        AccountFault::Hashing(error) => {
            tracing::warn!(%error, "a sign-up was turned away");
            DatabaseError::server(StatusCode::SERVICE_UNAVAILABLE)
        }
        AccountFault::Store(error) => store_failed(error),
    }
}

/// Whether somebody has this username.
async fn is_taken(
    cx: &Context,
    connection: &Connection,
    username: Option<String>,
) -> Result<bool, StoreError> {
    let Some(username) = username else {
        return Ok(false);
    };
    let (tenant, connection_id) = (cx.tenant_id(), connection.id.clone());
    let identifier = LoginIdentifier {
        kind: IdentifierKind::Username,
        value: username.to_lowercase(),
    };
    let read = move |db: &mut store::Connection<'_>| {
        users::find_login(db, &tenant, &connection_id, &identifier)
    };
    Ok(cx.store().read(read).await?.is_some())
}

fn store_failed(error: StoreError) -> DatabaseError {
    if error.is_overload() {
        tracing::warn!(%error, "a sign-up was turned away");
        return DatabaseError::server(StatusCode::SERVICE_UNAVAILABLE);
    }
    tracing::error!(error = &error as &dyn std::error::Error, "the store failed");
    DatabaseError::server(StatusCode::INTERNAL_SERVER_ERROR)
}

/// The new user, members in the order Auth0 sends them.
fn answer(user: &User) -> Value {
    let identity = user
        .identities
        .first()
        .map_or("", |identity| &identity.identity_id);
    let profile = &user.profile;
    let mut answer = Map::new();
    answer.insert("_id".to_owned(), identity.into());
    if let Some(email) = &profile.email {
        answer.insert("email".to_owned(), email.as_str().into());
    }
    if let Some(username) = &profile.username {
        answer.insert("username".to_owned(), username.as_str().into());
    }
    if profile.email.is_some() {
        answer.insert("email_verified".to_owned(), profile.email_verified.into());
    }
    if let Some(number) = &profile.phone_number {
        answer.insert("phone_number".to_owned(), number.as_str().into());
        answer.insert(
            "phone_verified".to_owned(),
            profile.phone_verified.unwrap_or(false).into(),
        );
    }
    let rest = [
        ("given_name", &profile.given_name),
        ("family_name", &profile.family_name),
        ("name", &profile.name),
        ("nickname", &profile.nickname),
        ("picture", &profile.picture),
    ];
    for (name, value) in rest {
        if let Some(value) = value {
            answer.insert(name.to_owned(), value.as_str().into());
        }
    }
    if let Some(metadata) = &user.user_metadata {
        answer.insert("user_metadata".to_owned(), json!(metadata));
    }
    answer.into()
}
