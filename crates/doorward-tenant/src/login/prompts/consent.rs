//! `/u/consent`: may the application use the account?

use axum::extract::RawQuery;
use axum::http::StatusCode;
use axum::response::Response;

use crate::authentication::authorization::Granted;
use crate::domain::authorization::{AuthorizationError, Stage, Transaction};
use crate::domain::session::Session;
use crate::domain::user::User;
use crate::http::Context;
use crate::login::answer::{LoginError, page};
use crate::login::decision::{grant_key, granted};
use crate::login::failure::start_again;
use crate::login::form::Form;
use crate::login::pages::{ConsentPage, Shell, describe_scopes};
use crate::login::resume::logged_in;
use crate::login::texts;
use crate::login::visit::Visit;
use crate::store::parents::{self, Parent};
use crate::store::{self, StoreError, grants, users};

/// `GET /u/consent`.
pub(crate) async fn get(cx: Context, RawQuery(query): RawQuery) -> Result<Response, LoginError> {
    let visit = Visit::of_query(&cx, query).await?;
    let (_, user, granted) = asked(&cx, &visit).await?;
    show(&visit, &user, &granted, None)
}

/// `POST /u/consent`.
pub(crate) async fn post(
    cx: Context,
    RawQuery(query): RawQuery,
    Form(form): Form,
) -> Result<Response, LoginError> {
    let visit = Visit::of_form(&cx, query, &form).await?;
    let (session, user, granted) = asked(&cx, &visit).await?;
    match visit.posted("action") {
        "accept" => accept(&cx, &visit, session, &user, &granted).await,
        "deny" => {
            let denied =
                AuthorizationError::new("access_denied", "User did not authorize the request");
            // Nobody has said yes to going there.
            if visit.client.has_open_redirect_protection() {
                visit.refuse_here(&cx, &denied).await
            } else {
                visit.refuse(&cx, &denied).await
            }
        }
        _ => show(&visit, &user, &granted, Some(texts::INVALID_ACTION)),
    }
}

/// Whose consent is asked for, and to what.
async fn asked(cx: &Context, visit: &Visit) -> Result<(Session, User, Granted), LoginError> {
    let Some((session, user)) = logged_in(cx, visit).await? else {
        return Err(visit.go("/u/login").into());
    };
    match granted(cx, &visit.client, &visit.transaction.request, &user).await? {
        Ok(granted) => Ok((session, user, granted)),
        Err(error) => Err(visit.refuse(cx, &error).await?.into()),
    }
}

async fn accept(
    cx: &Context,
    visit: &Visit,
    session: Session,
    user: &User,
    granted: &Granted,
) -> Result<Response, LoginError> {
    let (tenant, now) = (cx.tenant_id(), cx.now());
    let id = cx.server.entropy.object_id(now);
    let (key, scope) = (
        grant_key(&visit.client, user, granted),
        granted.scope.clone(),
    );
    let (client_id, user_id) = (visit.client.id.clone(), user.user_id.clone());
    let unit = move |db: &mut store::Connection<'_>| {
        // What somebody allows must not wait for the next user of their id, nor be left over of a client.
        if !parents::hold(db, Parent::Client, &tenant, &client_id)?
            || !users::hold(db, &tenant, &user_id)?
        {
            return Ok(false);
        }
        grants::extend(db, &tenant, &id, &key, &scope, now)?;
        Ok(true)
    };
    let is_kept: Result<bool, StoreError> = cx.store().write(unit).await;
    if !is_kept? {
        return start_again(cx, Some(&visit.client)).await;
    }
    let stage = Stage::LoggedIn {
        session_id: session.id,
        is_consented: true,
        awaits_confirmation: false,
        twins: Vec::new(),
    };
    visit
        .save(
            cx,
            Transaction {
                stage,
                ..visit.transaction.clone()
            },
        )
        .await?;
    Ok(visit.go("/authorize/resume"))
}

/// An account, as its owner knows it.
pub(super) fn label(user: &User) -> &str {
    let profile = &user.profile;
    let label = profile
        .email
        .as_ref()
        .or(profile.username.as_ref())
        .or(profile.phone_number.as_ref())
        .or(profile.name.as_ref());
    label.unwrap_or(&user.user_id)
}

fn show(
    visit: &Visit,
    user: &User,
    granted: &Granted,
    alert: Option<&str>,
) -> Result<Response, LoginError> {
    let api = granted.api.as_deref();
    let uses_descriptions = visit.settings.flag("use_scope_descriptions_for_consent");
    let describe = |name: &str| {
        let scopes = api
            .filter(|_| uses_descriptions)?
            .document
            .get("scopes")?
            .as_array()?;
        let scope = scopes.iter().find(|scope| scope["value"] == name)?;
        Some(scope["description"].as_str()?.to_owned())
    };
    let logo = visit
        .client
        .document
        .get("logo_uri")
        .and_then(serde_json::Value::as_str);
    let template = ConsentPage {
        shell: Shell::new(&visit.brand),
        state: &visit.key.state,
        alert,
        client_name: &visit.client.name,
        client_logo: logo.filter(|logo| logo.starts_with("https://")),
        user_label: label(user),
        audience: api.map(|api| api.identifier.as_str()),
        entries: describe_scopes(granted.scope.iter(), describe),
    };
    let status = match alert {
        Some(_) => StatusCode::BAD_REQUEST,
        None => StatusCode::OK,
    };
    page(&visit.settings, status, &template)
}
