//! What generated code is made of.

/// A Rust item of the generated code.
#[derive(Debug, Clone)]
pub(crate) enum Item {
    /// A struct with named fields.
    Object(Vec<Field>),
    /// Strings of which some are known: variant and wire value.
    Enum(Vec<(String, String)>),
    /// One of several types: variant and type.
    Union(Vec<(String, Type)>),
}

/// A field of an object.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Its name in Rust.
    pub(crate) name: String,
    /// Its name on the wire.
    pub(crate) wire: String,
    /// Its type without `Option` and the like.
    pub(crate) of: Type,
    /// Whether it is always there.
    pub(crate) presence: Presence,
    /// What it must be, in a few words.
    pub(crate) limits: String,
}

/// Whether an object has a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    /// Always.
    Required,
    /// Perhaps.
    Optional,
    /// Perhaps, and perhaps as `null`.
    Nullable,
}

/// A Rust type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Type {
    /// `String`, `bool`, `Value` …
    Plain(&'static str),
    /// A generated item.
    Item(String),
    /// A generated item behind a pointer, since it contains itself.
    Boxed(String),
    /// `Vec<T>`.
    List(Box<Type>),
    /// An object whose names are data.
    Named(Box<Type>),
}

impl Type {
    /// As Rust writes it.
    pub(crate) fn rust(&self) -> String {
        match self {
            Type::Plain(name) => (*name).to_owned(),
            Type::Item(name) => name.clone(),
            Type::Boxed(name) => format!("Box<{name}>"),
            Type::List(of) => format!("Vec<{}>", of.rust()),
            Type::Named(of) => format!("BTreeMap<String, {}>", of.rust()),
        }
    }

    /// The item it speaks of, directly or in a list.
    pub(crate) fn item(&self) -> Option<&str> {
        match self {
            Type::Plain(_) => None,
            Type::Item(name) | Type::Boxed(name) => Some(name),
            Type::List(of) | Type::Named(of) => of.item(),
        }
    }
}
