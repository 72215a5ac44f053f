//! The three ways in which an object has a member: always, perhaps, and perhaps as `null`.

use serde_json::{Map, Value};

use super::{Mismatch, Wire};
use crate::Nullable;

/// A field of an object: a required `T`, an `Option<T>`, or a [`Nullable<T>`].
pub trait Field: Sized {
    /// The field while the object is being read.
    type Slot;

    /// Nothing read yet.
    const EMPTY: Self::Slot;

    /// Whether `members` has what this field, called `name` there, cannot be without.
    ///
    /// # Errors
    ///
    /// [`Mismatch`] says what was expected.
    fn check(members: &Map<String, Value>, name: &str) -> Result<(), Mismatch>;

    /// Takes `value`, or gives it back when it is not for this field.
    fn take(slot: &mut Self::Slot, value: Value) -> Option<Value>;

    /// The field, read.
    fn finish(slot: Self::Slot) -> Self;

    /// What this field writes; `None` when it is absent.
    fn written(&self) -> Option<Value>;

    /// How well `value` fits this field, for [`Wire::score`].
    fn score(value: &Value) -> Option<u32>;
}

impl<T: Wire> Field for T {
    type Slot = Option<T>;

    const EMPTY: Option<T> = None;

    fn check(members: &Map<String, Value>, name: &str) -> Result<(), Mismatch> {
        let value = members.get(name).ok_or(Mismatch::new("a required member"));
        value
            .and_then(T::check)
            .map_err(|mismatch| mismatch.within(name))
    }

    fn take(slot: &mut Option<T>, value: Value) -> Option<Value> {
        *slot = Some(T::from_fitting(value));
        None
    }

    fn finish(slot: Option<T>) -> T {
        slot.unwrap_or_else(|| T::from_fitting(Value::Null))
    }

    fn written(&self) -> Option<Value> {
        Some(self.to_value())
    }

    fn score(value: &Value) -> Option<u32> {
        T::score(value)
    }
}

impl<T: Wire> Field for Option<T> {
    type Slot = Option<T>;

    const EMPTY: Option<T> = None;

    fn check(_: &Map<String, Value>, _: &str) -> Result<(), Mismatch> {
        Ok(())
    }

    fn take(slot: &mut Option<T>, value: Value) -> Option<Value> {
        // A `null` stays with the rest, where it is not mistaken for an absent member.
        if value.is_null() || T::check(&value).is_err() {
            return Some(value);
        }
        *slot = Some(T::from_fitting(value));
        None
    }

    fn finish(slot: Option<T>) -> Option<T> {
        slot
    }

    fn written(&self) -> Option<Value> {
        self.as_ref().map(T::to_value)
    }

    fn score(value: &Value) -> Option<u32> {
        T::score(value)
    }
}

impl<T: Wire> Field for Nullable<T> {
    type Slot = Nullable<T>;

    const EMPTY: Nullable<T> = Nullable::Absent;

    fn check(_: &Map<String, Value>, _: &str) -> Result<(), Mismatch> {
        Ok(())
    }

    fn take(slot: &mut Nullable<T>, value: Value) -> Option<Value> {
        if value.is_null() {
            *slot = Nullable::Null;
            return None;
        }
        if T::check(&value).is_err() {
            return Some(value);
        }
        *slot = Nullable::Value(T::from_fitting(value));
        None
    }

    fn finish(slot: Nullable<T>) -> Nullable<T> {
        slot
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
