//! What generated code speaks of.

pub use std::collections::BTreeMap;

pub use serde_json::{Map, Number, Value};

pub use crate::id::*;
pub use crate::management::shared::*;
pub use crate::operation::{File, NoContent, Perhaps};
pub use crate::{NamedOperation, Nullable, envelope, list, object, operation, string_enum, union};
