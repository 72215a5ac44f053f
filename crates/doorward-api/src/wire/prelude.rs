//! What generated code speaks of.

pub use serde_json::Number;

pub use self::arguments::*;
pub use crate::operation::{NoContent, Perhaps};
pub use crate::{NamedOperation, Nullable, envelope, list, object, operation, string_enum, union};

/// What the arguments of operations are made of, beside generated types.
pub mod arguments {
    pub use std::collections::BTreeMap;

    pub use serde_json::{Map, Value};

    pub use crate::id::*;
    pub use crate::operation::File;
}
