//! Pages that nobody reads: they carry the authorization response to the application.

use askama::Template;

use super::Shell;
use crate::login::assets::{FORM_POST_SCRIPT, WEB_MESSAGE_SCRIPT};

/// `response_mode=form_post`: a form that sends itself. Without scripts a button sends it.
///
/// Source: OAuth 2.0 Form Post Response Mode, section 2.
#[derive(Debug, Template)]
#[template(path = "form_post.html")]
pub(crate) struct FormPostPage<'a> {
    pub(crate) shell: Shell<'a>,
    /// The redirect URI.
    pub(crate) action: &'a str,
    pub(crate) parameters: &'a [(&'static str, String)],
}

impl FormPostPage<'_> {
    fn script(&self) -> &'static str {
        &FORM_POST_SCRIPT.path
    }
}

/// `response_mode=web_message`: posts the response to the window that opened this one.
#[derive(Debug, Template)]
#[template(path = "web_message.html")]
pub(crate) struct WebMessagePage<'a> {
    pub(crate) shell: Shell<'a>,
    /// The only origin that may receive the message. Empty when none may: then nothing is posted.
    pub(crate) target_origin: &'a str,
    /// The response as a JSON object.
    pub(crate) response: &'a str,
}

impl WebMessagePage<'_> {
    fn script(&self) -> &'static str {
        &WEB_MESSAGE_SCRIPT.path
    }
}
