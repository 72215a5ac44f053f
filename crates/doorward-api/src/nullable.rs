//! A member that may be left out, be `null`, or have a value.

/// A member of a request that says three things: leave it, unset it, set it.
///
/// Auth0 keeps a member that a `PATCH` leaves out and unsets one that is `null`, so a request needs
/// both. In answers a `null` is absence, and the field is an `Option`.
///
/// ```
/// use doorward_api::Nullable;
///
/// let nickname: Nullable<String> = "Jo".into();
/// assert_eq!(nickname.value().map(String::as_str), Some("Jo"));
/// assert_eq!(Nullable::<String>::default(), Nullable::Absent);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Nullable<T> {
    /// The member is not there.
    #[default]
    Absent,
    /// The member is `null`.
    Null,
    /// The member has a value.
    Value(T),
}

impl<T> Nullable<T> {
    /// The value, if there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }

    /// The value, if there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Nullable::Value(value) => Some(value),
            Nullable::Absent | Nullable::Null => None,
        }
    }

    /// Whether the member is left out.
    pub fn is_absent(&self) -> bool {
        matches!(self, Nullable::Absent)
    }

    /// Whether the member is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Nullable::Null)
    }
}

impl<T> From<T> for Nullable<T> {
    fn from(value: T) -> Self {
        Nullable::Value(value)
    }
}

impl From<&str> for Nullable<String> {
    fn from(value: &str) -> Self {
        Nullable::Value(value.to_owned())
    }
}
