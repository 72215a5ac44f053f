//! `/activate`: a person types the code that a device shows, confirms that it is theirs, and logs in (RFC 8628, 3.3).

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::authentication::{client_authentication, device_code};
use crate::domain::authorization::{AuthorizationError, AuthorizationRequest, Stage};
use crate::domain::device_code::{DeviceCode, UserCodeFormat, normalized};
use crate::events::{Event, kind};
use crate::http::Context;
use crate::keys::Unsealable;
use crate::login::answer::{LoginError, brand, page};
use crate::login::authorize::{first_screen, start};
use crate::login::complete::Completion;
use crate::login::cookies::Cookies;
use crate::login::decision::{Decision, decide};
use crate::login::failure::{Failure, parameters};
use crate::login::form::Form;
use crate::login::origin::is_same_origin;
use crate::login::pages::screens::{Problem, Screen};
use crate::login::pages::{NoticePage, Shell};
use crate::login::visit::Visit;
use crate::login::{device, texts};
use crate::protection::AddressGuard;
use crate::store::device_codes::{self, UserCodeHash};
use crate::store::{self, StoreError};

/// What a user code of a login under way is sealed for.
const SEAL_CONTEXT: &str = "login_transactions/user_code";

/// `GET /activate`: asks for a code; with `user_code`, goes on with that one; with `state`, shows where it stands.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let asked = parameters(&cx, query.clone().unwrap_or_default().as_bytes()).await?;
    if asked.get("state").is_some() {
        let visit = Visit::of_query(&cx, query).await?;
        return show(&cx, &visit, &[]);
    }
    match asked.get("user_code") {
        Some(typed) => enter(&cx, typed).await,
        None => ask(&cx, "", &[]).await,
    }
}

/// `POST /activate`: a code, or what the person says about it.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let of_query = parameters(&cx, query.clone().unwrap_or_default().as_bytes()).await?;
    let posted = parameters(&cx, &form).await?;
    if posted.get("state").or(of_query.get("state")).is_some() {
        return decided(&cx, Visit::of_form(&cx, query, &form).await?).await;
    }
    if !is_same_origin(&cx) {
        return Failure::foreign_form().show(&cx, None).await;
    }
    match posted.get("code").map(str::trim) {
        None | Some("") => ask(&cx, "", &[texts::at("code", texts::NO_USER_CODE)]).await,
        Some(typed) => enter(&cx, typed).await,
    }
}

/// The page that asks for a code.
async fn ask(cx: &Context, typed: &str, problems: &[Problem]) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let brand = brand(cx, &settings);
    let screen = Screen {
        shell: Shell::new(&brand),
        state: "",
        client_name: None,
        problems,
    };
    let format = UserCodeFormat::of(&settings.document);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::BAD_REQUEST
    };
    let typed: String = typed.chars().take(40).collect();
    page(
        &settings,
        status,
        &screen.user_code(&typed, format.is_numeric()),
    )
}

/// What a code that somebody typed leads to.
enum Entered {
    Waiting(Box<DeviceCode>),
    Unknown {
        is_last: bool,
    },
    /// Too many from this address were wrong.
    Refused,
}

/// Begins a login for the device that shows this code.
async fn enter(cx: &Context, typed: &str) -> Result<Response, LoginError> {
    let hash = device_code::hash(cx, typed)?;
    let (problem, description) = match look_up(cx, hash).await? {
        Entered::Waiting(code) => match client_authentication::find(cx, &code.client_id).await? {
            Some(_) => return begin(cx, typed, &hash, *code).await,
            None => invalid(),
        },
        Entered::Unknown { is_last } => {
            if is_last {
                let event = Event::new(kind::ADDRESS_BLOCKED, "Too many wrong user codes");
                cx.record(&event.details(json!({ "flow": "device" })));
            }
            invalid()
        }
        Entered::Refused => (texts::alert(texts::IP_BLOCKED), "Too many wrong user codes"),
    };
    cx.record(&Event::new(kind::DEVICE_ACTIVATION_FAILED, description));
    ask(cx, typed, &[problem]).await
}

fn invalid() -> (Problem, &'static str) {
    let problem = texts::at("code", texts::INVALID_EXPIRED_CODE);
    (problem, "Invalid or expired user code")
}

/// Finds the device and, in the same unit of work, counts the failure when there is none: guesses at once are no
/// faster than guesses one by one.
async fn look_up(cx: &Context, hash: UserCodeHash) -> Result<Entered, StoreError> {
    let settings = cx.tenant.configuration.settings().await?;
    let guard = AddressGuard::of(&settings.attack_protection, "device-flow", cx.caller.ip);
    let (tenant, now) = (cx.tenant_id(), cx.now());
    let unit = move |db: &mut store::Connection<'_>| {
        if guard.refuses(db, &tenant, now)? {
            return Ok(Entered::Refused);
        }
        let found = device_codes::find_shown(db, &tenant, &hash)?;
        match found.filter(|code| code.is_waiting(now)) {
            Some(code) => Ok(Entered::Waiting(Box::new(code))),
            None => Ok(Entered::Unknown {
                is_last: guard.fail(db, &tenant, now)?,
            }),
        }
    };
    cx.store().write(unit).await
}

async fn begin(
    cx: &Context,
    typed: &str,
    hash: &UserCodeHash,
    code: DeviceCode,
) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    let shown = UserCodeFormat::of(&settings.document).show(&normalized(typed));
    let sealed = cx
        .server
        .sealer
        .seal(&cx.tenant.id, SEAL_CONTEXT, shown.as_bytes())?;
    let stage = Stage::Confirming {
        user_code: BASE64_STANDARD.encode(sealed),
    };
    let request = AuthorizationRequest::of_device(&code, device::name(hash));
    start(
        cx,
        &Cookies::read(&cx.caller.headers),
        request,
        stage,
        device::PATH,
    )
    .await
}

/// Where the login stands.
fn show(cx: &Context, visit: &Visit, problems: &[Problem]) -> Result<Response, LoginError> {
    match &visit.transaction.stage {
        Stage::Confirming { user_code } => {
            let code = open(cx, user_code)?;
            let form = visit.screen(problems).confirm_device(&code);
            visit.show(&form, !problems.is_empty())
        }
        Stage::Decided { is_allowed } => ended(visit, *is_allowed),
        Stage::LoggingIn | Stage::CodeSent { .. } => Ok(visit.go("/u/login")),
        Stage::LoggedIn { .. } => Ok(visit.go("/authorize/resume")),
    }
}

fn open(cx: &Context, sealed: &str) -> Result<String, LoginError> {
    let sealed = BASE64_STANDARD.decode(sealed).map_err(|_| Unsealable)?;
    let opened = cx
        .server
        .sealer
        .open(&cx.tenant.id, SEAL_CONTEXT, &sealed)?;
    Ok(String::from_utf8(opened).map_err(|_| Unsealable)?)
}

fn ended(visit: &Visit, is_allowed: bool) -> Result<Response, LoginError> {
    let (heading, text) = if is_allowed {
        (
            "Your device is connected",
            "You can close this page and go on at your device.",
        )
    } else {
        (
            "The device was not let in",
            "If you change your mind, start again at the device.",
        )
    };
    let notice = NoticePage {
        shell: Shell::new(&visit.brand),
        heading,
        text: text.to_owned(),
        is_good: is_allowed,
        form: None,
        link: None,
    };
    page(&visit.settings, StatusCode::OK, &notice)
}

/// The person has said whether the device is theirs.
async fn decided(cx: &Context, visit: Visit) -> Result<Response, LoginError> {
    if !matches!(visit.transaction.stage, Stage::Confirming { .. }) {
        return show(cx, &visit, &[]);
    }
    match visit.posted("action") {
        "confirm" | "default" => confirm(cx, visit).await,
        "cancel" => {
            let event = Event::new(
                kind::DEVICE_CANCELLED,
                "User cancelled the confirmation prompt",
            );
            cx.record(&event.client(&visit.client));
            let denied = "User cancelled the confirmation prompt.";
            visit
                .refuse(cx, &AuthorizationError::new("access_denied", denied))
                .await
        }
        _ => show(cx, &visit, &[texts::alert(texts::INVALID_ACTION)]),
    }
}

/// The device is the person's: on to whatever its login still needs.
async fn confirm(cx: &Context, visit: Visit) -> Result<Response, LoginError> {
    let (client, request) = (&visit.client, &visit.transaction.request);
    match decide(cx, client, request, &visit.cookies).await? {
        Decision::Refuse(error) => visit.refuse(cx, &error).await,
        Decision::Answer(session, user) => {
            let completion = Completion {
                client,
                request,
                session: *session,
                user: *user,
                key: Some(visit.key.clone()),
                started_at: visit.transaction.started_at,
                is_silent: true,
            };
            completion.answer(cx, &visit.cookies).await
        }
        Decision::Consent(session) | Decision::Confirm(session) => {
            let stage = Stage::logged_in(session.id.clone());
            visit.save_stage(cx, stage).await?;
            Ok(visit.go("/u/consent"))
        }
        Decision::LogIn(options) => {
            let first = first_screen(cx, request, &options).await?;
            visit.save_stage(cx, Stage::LoggingIn).await?;
            Ok(visit.go(&first))
        }
    }
}
