//! The page with a form: log in, sign up, enter a code, choose a password, confirm.

use askama::Template;

use super::Shell;
use crate::login::brand::Support;

/// One screen of Universal Login that asks for something.
///
/// It posts to its own address. The first button is the one that Enter presses.
#[derive(Debug, Template)]
#[template(path = "form.html")]
pub(crate) struct FormPage<'a> {
    pub(crate) shell: Shell<'a>,
    /// The transaction's `state`, for the forms of other providers; `hidden` carries it as well.
    pub(crate) state: &'a str,
    pub(crate) heading: String,
    pub(crate) intro: Option<String>,
    /// What concerns the whole page and not one field: `#prompt-alert`.
    pub(crate) alert: Option<Alert>,
    pub(crate) hidden: Vec<(&'static str, String)>,
    pub(crate) fields: Vec<Field>,
    /// A link between the fields and the button, such as the forgotten password.
    pub(crate) aside: Option<Link>,
    pub(crate) buttons: Vec<Button>,
    /// Other identity providers.
    pub(crate) providers: Vec<Provider>,
    /// Links below the form.
    pub(crate) links: Vec<Link>,
}

/// A message about the whole page.
#[derive(Debug, Clone)]
pub(crate) struct Alert {
    pub(crate) text: String,
    /// Good news are announced politely, bad ones at once.
    pub(crate) is_good: bool,
}

/// A labelled input with its error and its hints.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Name on the wire, and the id of the element.
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) label: String,
    /// Never set for passwords: what was typed does not come back in a page.
    pub(crate) value: String,
    /// HTML autofill field name.
    pub(crate) autocomplete: &'static str,
    /// In characters.
    pub(crate) max_length: u16,
    pub(crate) is_required: bool,
    pub(crate) has_focus: bool,
    /// Makes the field read-only and leads back to where its value was entered.
    pub(crate) edit_href: Option<String>,
    pub(crate) error: Option<String>,
    pub(crate) hints: Vec<String>,
}

/// What is typed into a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Email,
    Phone,
    Password,
    /// A one-time code of digits.
    Code,
    /// A code of letters that a device shows.
    UserCode,
}

/// A submit button; its `action` is what the form posts under that name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Button {
    pub(crate) action: &'static str,
    pub(crate) label: &'static str,
}

/// A link, with words before it that do not belong to it.
#[derive(Debug, Clone)]
pub(crate) struct Link {
    pub(crate) lead: Option<&'static str>,
    pub(crate) text: &'static str,
    pub(crate) href: String,
}

/// A connection to another identity provider, offered as a button.
#[derive(Debug, Clone)]
pub(crate) struct Provider {
    pub(crate) strategy: String,
    pub(crate) connection: String,
    pub(crate) label: String,
}

impl Field {
    /// A required, empty field.
    pub(crate) fn new(
        name: &'static str,
        kind: Kind,
        label: &str,
        autocomplete: &'static str,
    ) -> Self {
        Self {
            name,
            kind,
            label: label.to_owned(),
            value: String::new(),
            autocomplete,
            max_length: kind.max_length(),
            is_required: true,
            has_focus: false,
            edit_href: None,
            error: None,
            hints: Vec::new(),
        }
    }

    fn is_readonly(&self) -> bool {
        self.edit_href.is_some()
    }

    /// The ids of what a screen reader says after the label.
    fn described_by(&self) -> Option<String> {
        let mut ids = Vec::new();
        if self.error.is_some() {
            ids.push(format!("error-element-{}", self.name));
        }
        if !self.hints.is_empty() {
            ids.push(format!("hint-{}", self.name));
        }
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

impl Kind {
    fn input_type(self) -> &'static str {
        match self {
            Self::Text | Self::Code | Self::UserCode => "text",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Password => "password",
        }
    }

    fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Password | Self::UserCode => None,
            Self::Email => Some("email"),
            Self::Phone => Some("tel"),
            Self::Code => Some("numeric"),
        }
    }

    fn max_length(self) -> u16 {
        match self {
            Self::Text | Self::Email => 320,
            Self::Phone => 30,
            Self::Password => 1024,
            Self::Code | Self::UserCode => 40,
        }
    }

    fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::UserCode)
    }

    fn is_password(self) -> bool {
        self == Self::Password
    }

    /// What a keyboard may change about letters, where it must not correct them.
    fn capitals(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Email => Some("none"),
            Self::UserCode => Some("characters"),
            Self::Phone | Self::Password | Self::Code => None,
        }
    }
}
