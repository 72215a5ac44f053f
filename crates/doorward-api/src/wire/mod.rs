//! How the types of this crate become JSON and come from it without losing anything.
//!
//! A value is first read as a [`serde_json::Value`] and its members are then moved into fields. What
//! no field takes stays in the object's `rest`: members the description does not know, members that
//! are `null`, and members of another type than described. Writing puts all of it back. So a newer
//! server's answer passes through an older program unharmed, and only a *required* member that is
//! missing or of another type is an error.

use std::fmt;

use serde_json::{Map, Number, Value};

mod field;
mod macros;
mod object;
#[cfg(feature = "operations")]
#[doc(hidden)]
pub mod prelude;
mod union;

pub use field::Field;
#[doc(hidden)]
pub use object::{debug, into_members, members, with_rest};
#[doc(hidden)]
pub use union::{Score, best, score_of_known};

/// A type with a form in JSON.
pub trait Wire: Sized {
    /// Whether `value` has what this type cannot be without.
    ///
    /// # Errors
    ///
    /// [`Mismatch`] says where and what was expected.
    fn check(value: &Value) -> Result<(), Mismatch>;

    /// The value, taken apart. Whatever [`check`](Wire::check) would refuse becomes empty here; call
    /// [`read`](Wire::read) instead.
    fn from_fitting(value: Value) -> Self;

    /// This value as JSON.
    fn to_value(&self) -> Value;

    /// Takes `value` apart.
    ///
    /// # Errors
    ///
    /// [`Mismatch`] when a required member is missing or not what it must be.
    fn read(value: Value) -> Result<Self, Mismatch> {
        Self::check(&value)?;
        Ok(Self::from_fitting(value))
    }

    /// How well `value` fits, where several types are possible; `None` when not at all.
    #[doc(hidden)]
    fn score(value: &Value) -> Option<u32> {
        Self::check(value).is_ok().then_some(1)
    }
}

/// A JSON value that is not what it had to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Mismatch {
    /// Where, outermost first: `identities`, `[0]`, `user_id`. Empty for the value itself.
    pub path: Vec<String>,
    /// What should have been there.
    pub expected: &'static str,
}

impl Mismatch {
    /// The value itself is not `expected`.
    pub fn new(expected: &'static str) -> Self {
        Mismatch {
            path: Vec::new(),
            expected,
        }
    }

    /// The same, seen from outside of `step`.
    #[must_use]
    pub fn within(mut self, step: impl Into<String>) -> Self {
        self.path.insert(0, step.into());
        self
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "expected {}", self.expected)?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path.join("."))?;
        }
        Ok(())
    }
}

impl std::error::Error for Mismatch {}

/// A scalar: one kind of JSON value, and what stands in for it when the value is of another.
macro_rules! scalar {
    ($type:ty, $expected:literal, $read:expr, $write:expr) => {
        impl Wire for $type {
            fn check(value: &Value) -> Result<(), Mismatch> {
                let read: fn(&Value) -> Option<$type> = $read;
                read(value).map(drop).ok_or(Mismatch::new($expected))
            }

            fn from_fitting(value: Value) -> Self {
                let read: fn(&Value) -> Option<$type> = $read;
                read(&value).unwrap_or_default()
            }

            fn to_value(&self) -> Value {
                let write: fn(&$type) -> Value = $write;
                write(self)
            }
        }
    };
}

scalar!(bool, "a boolean", |value| value.as_bool(), |flag| {
    Value::Bool(*flag)
});
scalar!(i64, "an integer", |value| value.as_i64(), |number| {
    Value::from(*number)
});

impl Wire for String {
    fn check(value: &Value) -> Result<(), Mismatch> {
        if value.is_string() {
            Ok(())
        } else {
            Err(Mismatch::new("a string"))
        }
    }

    fn from_fitting(value: Value) -> Self {
        match value {
            Value::String(text) => text,
            _ => String::new(),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.clone())
    }
}

/// Kept as it was written: `5` does not become `5.0`.
impl Wire for Number {
    fn check(value: &Value) -> Result<(), Mismatch> {
        if value.is_number() {
            Ok(())
        } else {
            Err(Mismatch::new("a number"))
        }
    }

    fn from_fitting(value: Value) -> Self {
        match value {
            Value::Number(number) => number,
            _ => Number::from(0),
        }
    }

    fn to_value(&self) -> Value {
        Value::Number(self.clone())
    }
}

impl Wire for Value {
    fn check(_: &Value) -> Result<(), Mismatch> {
        Ok(())
    }

    fn from_fitting(value: Value) -> Self {
        value
    }

    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl Wire for Map<String, Value> {
    fn check(value: &Value) -> Result<(), Mismatch> {
        members(value).map(drop)
    }

    fn from_fitting(value: Value) -> Self {
        into_members(value)
    }

    fn to_value(&self) -> Value {
        Value::Object(self.clone())
    }
}

impl<T: Wire> Wire for Box<T> {
    fn check(value: &Value) -> Result<(), Mismatch> {
        T::check(value)
    }

    fn from_fitting(value: Value) -> Self {
        Box::new(T::from_fitting(value))
    }

    fn to_value(&self) -> Value {
        T::to_value(self)
    }

    fn score(value: &Value) -> Option<u32> {
        T::score(value)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn check(value: &Value) -> Result<(), Mismatch> {
        let items = value.as_array().ok_or(Mismatch::new("an array"))?;
        items.iter().enumerate().try_for_each(|(index, item)| {
            T::check(item).map_err(|mismatch| mismatch.within(format!("[{index}]")))
        })
    }

    fn from_fitting(value: Value) -> Self {
        match value {
            Value::Array(items) => items.into_iter().map(T::from_fitting).collect(),
            _ => Vec::new(),
        }
    }

    fn to_value(&self) -> Value {
        Value::Array(self.iter().map(T::to_value).collect())
    }

    fn score(value: &Value) -> Option<u32> {
        let items = value.as_array()?;
        items
            .iter()
            .try_fold(1, |sum, item| Some(sum + T::score(item)?))
    }
}

/// An object whose members' names are data, all of one type, sorted by name.
impl<T: Wire> Wire for std::collections::BTreeMap<String, T> {
    fn check(value: &Value) -> Result<(), Mismatch> {
        members(value)?.iter().try_for_each(|(name, member)| {
            T::check(member).map_err(|mismatch| mismatch.within(name))
        })
    }

    fn from_fitting(value: Value) -> Self {
        let members = Map::from_fitting(value).into_iter();
        members
            .map(|(name, member)| (name, T::from_fitting(member)))
            .collect()
    }

    fn to_value(&self) -> Value {
        Value::Object(
            self.iter()
                .map(|(name, member)| (name.clone(), member.to_value()))
                .collect(),
        )
    }

    fn score(value: &Value) -> Option<u32> {
        let members = value.as_object()?;
        members
            .values()
            .try_fold(1, |sum, member| Some(sum + T::score(member)?))
    }
}
