//! The static files of the pages: one stylesheet and three small scripts.
//!
//! Each is served under a path that contains the hash of its content, so that browsers keep it for
//! ever and never show a page with the files of another release.

use std::sync::LazyLock;

use aws_lc_rs::digest::{SHA256, digest};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// One file that pages link to.
pub(crate) struct Asset {
    /// Path on the tenant, e.g. `/u/assets/3q2-7w8x/login.css`.
    pub(crate) path: String,
    /// `Content-Type`.
    pub(crate) media_type: &'static str,
    /// The file itself.
    pub(crate) body: &'static str,
}

/// Layout and colours of every page.
pub(crate) static STYLESHEET: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "login.css",
        "text/css; charset=utf-8",
        include_str!("static/login.css"),
    )
});
/// Conveniences of the forms; they work without.
pub(crate) static SCRIPT: LazyLock<Asset> =
    LazyLock::new(|| Asset::new("login.js", JAVASCRIPT, include_str!("static/login.js")));
/// Sends the form of `response_mode=form_post`.
pub(crate) static FORM_POST_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "form-post.js",
        JAVASCRIPT,
        include_str!("static/form-post.js"),
    )
});
/// Posts the message of `response_mode=web_message`.
pub(crate) static WEB_MESSAGE_SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "web-message.js",
        JAVASCRIPT,
        include_str!("static/web-message.js"),
    )
});

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// The file under `path`, or `None`.
pub(crate) fn find(path: &str) -> Option<&'static Asset> {
    [&STYLESHEET, &SCRIPT, &FORM_POST_SCRIPT, &WEB_MESSAGE_SCRIPT]
        .into_iter()
        .map(|asset| &**asset)
        .find(|asset| asset.path == path)
}

impl Asset {
    fn new(name: &str, media_type: &'static str, body: &'static str) -> Self {
        let hash = digest(&SHA256, body.as_bytes());
        let version = URL_SAFE_NO_PAD.encode(&hash.as_ref()[..9]);
        Self {
            path: format!("/u/assets/{version}/{name}"),
            media_type,
            body,
        }
    }
}
