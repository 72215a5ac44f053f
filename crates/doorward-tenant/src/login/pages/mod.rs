//! What the pages say, as plain structs that templates print.
//!
//! A page knows nothing of requests, transactions or rows: it is made from values and becomes
//! HTML. Templates escape everything they print. The names of inputs, buttons and elements are
//! Auth0's, because end-to-end suites look for them.

mod consent;
mod delivery;
mod form;
mod notice;
pub(crate) mod screens;

pub(crate) use consent::{ConsentPage, describe_scopes};
pub(crate) use delivery::{FormPostPage, WebMessagePage};
pub(crate) use form::{Alert, Button, Field, FormPage, Kind, Link, Provider};
pub(crate) use notice::{ErrorPage, NoticeForm, NoticePage};

use super::assets::{SCRIPT, STYLESHEET};
use super::brand::Brand;

/// What every page needs: whose it is, and in which language it speaks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shell<'a> {
    /// The tenant's looks.
    pub(crate) brand: &'a Brand,
    /// BCP 47 tag of the page's language.
    pub(crate) language: &'a str,
}

impl<'a> Shell<'a> {
    /// An English page of `brand`.
    pub(crate) fn new(brand: &'a Brand) -> Self {
        Self {
            brand,
            language: "en",
        }
    }

    fn stylesheet(&self) -> &'static str {
        &STYLESHEET.path
    }

    fn script(&self) -> &'static str {
        &SCRIPT.path
    }
}

#[cfg(test)]
mod gallery;
