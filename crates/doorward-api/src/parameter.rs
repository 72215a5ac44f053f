//! Values that a path, a query or a header carries: text on the wire.

use serde_json::Number;

/// A value with a textual form; none or several for what may be left out or repeated.
pub trait Parameter: Sized {
    /// Calls `each` with the text of every value.
    fn each(&self, each: &mut dyn FnMut(&str));

    /// Reads the values that came under one name; `None` when they are not what they must be.
    fn parse(texts: &[String]) -> Option<Self>;
}

/// A parameter that has exactly one text, by `Display` and `FromStr`.
macro_rules! plain_parameter {
    ($($type:ty),+) => {$(
        impl Parameter for $type {
            fn each(&self, each: &mut dyn FnMut(&str)) {
                each(&self.to_string());
            }

            fn parse(texts: &[String]) -> Option<Self> {
                match texts {
                    [text] => text.parse().ok(),
                    _ => None,
                }
            }
        }
    )+};
}

plain_parameter!(bool, i64, Number);

impl Parameter for String {
    fn each(&self, each: &mut dyn FnMut(&str)) {
        each(self);
    }

    fn parse(texts: &[String]) -> Option<Self> {
        match texts {
            [text] => Some(text.clone()),
            _ => None,
        }
    }
}

impl<T: Parameter> Parameter for Option<T> {
    fn each(&self, each: &mut dyn FnMut(&str)) {
        if let Some(value) = self {
            value.each(each);
        }
    }

    fn parse(texts: &[String]) -> Option<Self> {
        if texts.is_empty() {
            Some(None)
        } else {
            T::parse(texts).map(Some)
        }
    }
}

impl<T: Parameter> Parameter for Vec<T> {
    fn each(&self, each: &mut dyn FnMut(&str)) {
        self.iter().for_each(|value| value.each(each));
    }

    fn parse(texts: &[String]) -> Option<Self> {
        texts
            .iter()
            .map(|text| T::parse(std::slice::from_ref(text)))
            .collect()
    }
}

/// A parameter for a type with `as_str` and `From<&str>`.
#[doc(hidden)]
#[macro_export]
macro_rules! text_parameter {
    ($name:ident) => {
        impl $crate::Parameter for $name {
            fn each(&self, each: &mut dyn FnMut(&str)) {
                each(self.as_str());
            }

            fn parse(texts: &[String]) -> Option<Self> {
                match texts {
                    [text] => Some($name::from(text.as_str())),
                    _ => None,
                }
            }
        }
    };
}
