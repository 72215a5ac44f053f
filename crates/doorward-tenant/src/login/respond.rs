//! How the application gets its answer.

use axum::response::Response;

use super::answer::{LoginError, brand, delivery, redirect};
use super::pages::{FormPostPage, Shell, WebMessagePage};
use crate::domain::authorization::{
    AuthorizationError, Destination, Query, ResponseMode, is_registered, origin_of,
};
use crate::domain::client::Client;
use crate::http::Context;

/// Named values of an authorization response, in the order they are sent.
pub(crate) type Answer = Vec<(&'static str, String)>;

/// Tells the application that its request failed (RFC 6749, 4.1.2.1).
pub(crate) async fn refuse(
    cx: &Context,
    client: &Client,
    destination: &Destination,
    error: &AuthorizationError,
) -> Result<Response, LoginError> {
    let answer = vec![
        ("error", error.error.to_owned()),
        ("error_description", error.description.clone()),
    ];
    respond(cx, client, destination, answer).await
}

/// Sends an answer in the mode that was asked for, with the application's `state`.
pub(crate) async fn respond(
    cx: &Context,
    client: &Client,
    destination: &Destination,
    mut answer: Answer,
) -> Result<Response, LoginError> {
    let settings = cx.tenant.configuration.settings().await?;
    if let Some(state) = &destination.state {
        answer.push(("state", state.clone()));
    }
    if settings.is_on("authorization_response_iss_parameter_supported") {
        // RFC 9207: which of the servers it knows has answered.
        answer.push(("iss", cx.tenant.names.issuer.clone()));
    }
    let uri = &destination.redirect_uri;
    match destination.response_mode {
        ResponseMode::Query => {
            let separator = if uri.contains('?') { '&' } else { '?' };
            Ok(redirect(&format!("{uri}{separator}{}", encode(&answer))))
        }
        ResponseMode::Fragment => Ok(redirect(&format!("{uri}#{}", encode(&answer)))),
        ResponseMode::FormPost => {
            let brand = brand(cx, &settings);
            let shell = Shell::new(&brand);
            delivery(&FormPostPage {
                shell,
                action: uri,
                parameters: &answer,
            })
        }
        ResponseMode::WebMessage => {
            let brand = brand(cx, &settings);
            let response: serde_json::Map<_, _> = answer
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value.into()))
                .collect();
            let response = serde_json::Value::Object(response).to_string();
            let origin = origin_of(uri).filter(|origin| may_listen(client, origin));
            let target_origin = origin.as_deref().unwrap_or_default();
            let shell = Shell::new(&brand);
            delivery(&WebMessagePage {
                shell,
                target_origin,
                response: &response,
            })
        }
    }
}

/// Whether pages of this origin may get messages: it is among the client's `web_origins`.
fn may_listen(client: &Client, origin: &str) -> bool {
    let origins: Vec<String> = client
        .web_origins
        .iter()
        .map(|entry| entry.trim_end_matches('/').to_owned())
        .collect();
    is_registered(&origins, origin, Query::Counts)
}

fn encode(answer: &Answer) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(answer)
        .finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::parameters::Parameters;

    #[test]
    fn any_state_survives_the_way_back() {
        let state = "a+b/c=~ &?#%\u{e4}".to_owned();
        let encoded = encode(&vec![("state", state.clone())]);
        assert!(encoded.is_ascii() && !encoded.contains('#'), "{encoded}");
        assert_eq!(
            Parameters::parse(encoded.as_bytes()).unwrap().get("state"),
            Some(state.as_str())
        );
    }
}
