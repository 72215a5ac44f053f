//! What is answered, and how it travels.

use serde::{Deserialize, Serialize};

/// `response_type`: any combination of `code`, `token` and `id_token`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ResponseType {
    pub(crate) code: bool,
    pub(crate) token: bool,
    pub(crate) id_token: bool,
}

impl ResponseType {
    /// Reads a space-separated list in any order; `None` when it is empty, has an unknown word,
    /// or one twice.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut read = Self {
            code: false,
            token: false,
            id_token: false,
        };
        for word in text.split_ascii_whitespace() {
            let part = match word {
                "code" => &mut read.code,
                "token" => &mut read.token,
                "id_token" => &mut read.id_token,
                _ => return None,
            };
            if std::mem::replace(part, true) {
                return None;
            }
        }
        (read.code || read.has_tokens()).then_some(read)
    }

    /// Whether tokens come from `/authorize` itself: the implicit and hybrid flows.
    pub(crate) fn has_tokens(self) -> bool {
        self.token || self.id_token
    }

    /// How the answer travels unless the application says otherwise.
    pub(crate) fn default_mode(self) -> ResponseMode {
        if self.has_tokens() {
            ResponseMode::Fragment
        } else {
            ResponseMode::Query
        }
    }
}

/// `response_mode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ResponseMode {
    /// Redirect with the parameters in the query.
    Query,
    /// Redirect with the parameters in the fragment, which servers do not see.
    Fragment,
    /// A form that the browser posts.
    FormPost,
    /// A message to the window that opened this one.
    WebMessage,
}

impl ResponseMode {
    /// Reads a name of the wire.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "query" => Self::Query,
            "fragment" => Self::Fragment,
            "form_post" => Self::FormPost,
            "web_message" => Self::WebMessage,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_response_types_does_not_matter() {
        assert_eq!(
            ResponseType::parse("id_token code"),
            ResponseType::parse("code  id_token")
        );
        let hybrid = ResponseType::parse("token code id_token").unwrap();
        assert!(hybrid.code && hybrid.token && hybrid.id_token);
        assert_eq!(hybrid.default_mode(), ResponseMode::Fragment);
    }

    #[test]
    fn what_is_no_response_type_is_refused() {
        for text in ["", " ", "none", "code code", "codes", "Code", "code,token"] {
            assert_eq!(ResponseType::parse(text), None, "{text}");
        }
    }
}
