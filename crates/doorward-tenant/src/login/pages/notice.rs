//! Pages that say how something ended.

use askama::Template;

use super::{Link, Shell};
use crate::login::brand::Support;

/// A result with at most one thing to do next: mail sent, password changed, logged out.
#[derive(Debug, Template)]
#[template(path = "notice.html")]
pub(crate) struct NoticePage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) heading: &'a str,
    pub(crate) text: String,
    pub(crate) is_good: bool,
    /// A button, such as "send again".
    pub(crate) form: Option<NoticeForm<'a>>,
    pub(crate) link: Option<Link>,
}

/// The button of a notice.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoticeForm<'a> {
    pub(crate) state: &'a str,
    pub(crate) action: &'static str,
    pub(crate) label: &'static str,
}

/// What is shown when the application cannot be told: the request itself is not to be trusted.
#[derive(Debug, Template)]
#[template(path = "error.html")]
pub(crate) struct ErrorPage<'a> {
    pub(crate) shell: Shell<'a>,
    pub(crate) heading: &'a str,
    /// For the person in front of the page.
    pub(crate) text: &'a str,
    /// OAuth error code.
    pub(crate) error: &'a str,
    /// For whoever operates the application; may be empty.
    pub(crate) description: &'a str,
    /// The request id that the tenant's logs carry as well.
    pub(crate) tracking: &'a str,
}
