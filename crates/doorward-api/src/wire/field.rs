//! The three ways in which an object has a member: always, perhaps, and perhaps as `null`.

use serde_json::{Map, Value};

use super::{Mismatch, Wire};
use crate::Nullable;

/// A field of an object: a required `T`, an `Option<T>`, or a [`Nullable<T>`].
pub trait Field: Sized {
    /// Whether `members` has what this field, called `name` there, cannot be without.
    ///
    /// # Errors
    ///
    /// [`Mismatch`] says what was expected.
    fn check(members: &Map<String, Value>, name: &str) -> Result<(), Mismatch>;

    /// Takes this field out of `members`; what is not for it stays there.
    fn take(members: &mut Map<String, Value>, name: &str) -> Self;

    /// What this field writes; `None` when it is absent.
    fn written(&self) -> Option<Value>;

    /// Puts what this field writes into `members`.
    fn put(&self, name: &str, members: &mut Map<String, Value>) {
        if let Some(value) = self.written() {
            members.insert(name.to_owned(), value);
        }
    }

    /// How well `value` fits this field, for [`Wire::score`].
    fn score(value: &Value) -> Option<u32>;
}

impl<T: Wire> Field for T {
    fn check(members: &Map<String, Value>, name: &str) -> Result<(), Mismatch> {
        let value = members.get(name).ok_or(Mismatch::new("a required member"));
        value
            .and_then(T::check)
            .map_err(|mismatch| mismatch.within(name))
    }

    fn take(members: &mut Map<String, Value>, name: &str) -> T {
        T::from_fitting(members.swap_remove(name).unwrap_or_default())
    }

    fn written(&self) -> Option<Value> {
        Some(self.to_value())
    }

    fn score(value: &Value) -> Option<u32> {
        T::score(value)
    }
}

/// The value called `name` when a `T` can be made of it. A `null` cannot: it stays where it is and is
/// not mistaken for an absent member.
fn fitting<T: Wire>(members: &mut Map<String, Value>, name: &str) -> Option<T> {
    let value = members.get(name)?;
    if value.is_null() || T::check(value).is_err() {
        return None;
    }
    members.swap_remove(name).map(T::from_fitting)
}

impl<T: Wire> Field for Option<T> {
    fn check(_: &Map<String, Value>, _: &str) -> Result<(), Mismatch> {
        Ok(())
    }

    fn take(members: &mut Map<String, Value>, name: &str) -> Option<T> {
        fitting(members, name)
    }

    fn written(&self) -> Option<Value> {
        self.as_ref().map(T::to_value)
    }

    fn score(value: &Value) -> Option<u32> {
        // Servers write null where they have nothing to say. Reading keeps it among the rest, so it
        // speaks neither for the type nor against it.
        match value.is_null() {
            true => Some(0),
            false => T::score(value),
        }
    }
}

impl<T: Wire> Field for Nullable<T> {
    fn check(_: &Map<String, Value>, _: &str) -> Result<(), Mismatch> {
        Ok(())
    }

    fn take(members: &mut Map<String, Value>, name: &str) -> Nullable<T> {
        if members.get(name).is_some_and(Value::is_null) {
            members.swap_remove(name);
            return Nullable::Null;
        }
        fitting(members, name).map_or(Nullable::Absent, Nullable::Value)
    }

    fn written(&self) -> Option<Value> {
        match self {
            Nullable::Absent => None,
            Nullable::Null => Some(Value::Null),
            Nullable::Value(value) => Some(value.to_value()),
        }
    }

    fn score(value: &Value) -> Option<u32> {
        if value.is_null() {
            Some(1)
        } else {
            T::score(value)
        }
    }
}
