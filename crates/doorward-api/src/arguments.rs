//! Operations from names and texts: what a command line has.

use http::Method;
use serde_json::{Map, Value};

use crate::operation::{AnswerError, File, Operation, Parts, Unsendable};
use crate::parameter::Parameter;
use crate::wire::{Mismatch, Wire};

/// Named texts and a body out of which an operation can be made.
#[derive(Debug, Clone, Default)]
pub struct Arguments {
    /// Parameters by their wire names; a repeated name is an array.
    pub parameters: Vec<(String, String)>,
    /// The JSON body.
    pub body: Option<Value>,
    /// Files of a multipart body.
    pub files: Vec<(String, File)>,
}

/// Why [`Arguments`] make no operation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ArgumentError {
    /// A parameter is missing.
    #[error("parameter {0} is required")]
    Missing(&'static str),
    /// A parameter has a value of the wrong type.
    #[error("parameter {0} does not take this value")]
    Value(&'static str),
    /// The body has another shape.
    #[error("body: {0}")]
    Body(Mismatch),
    /// A name that the operation does not have.
    #[error("no parameter {0}")]
    Unknown(String),
    /// A body for an operation that has none.
    #[error("this operation has no body")]
    NoBody,
    /// The values would lead the request astray.
    #[error(transparent)]
    Unsendable(#[from] Unsendable),
}

/// An operation that can be made from [`Arguments`].
pub trait FromArguments: Sized {
    /// Takes what it needs out of `from`.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] names what is missing or wrong.
    fn from_arguments(from: &mut Arguments) -> Result<Self, ArgumentError>;
}

impl Arguments {
    fn take<T: Parameter>(&mut self, name: &'static str) -> Result<T, ArgumentError> {
        let mut texts = Vec::new();
        self.parameters.retain_mut(|(given, text)| {
            let is_this = given == name;
            if is_this {
                texts.push(std::mem::take(text));
            }
            !is_this
        });
        let missing = texts.is_empty();
        T::parse(&texts).ok_or(if missing {
            ArgumentError::Missing(name)
        } else {
            ArgumentError::Value(name)
        })
    }

    /// A parameter of the path.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] when it is missing or has another type.
    pub fn path<T: Parameter>(&mut self, name: &'static str) -> Result<T, ArgumentError> {
        self.take(name)
    }

    /// A parameter of the query.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] when it is missing or has another type.
    pub fn query<T: Parameter>(&mut self, name: &'static str) -> Result<T, ArgumentError> {
        self.take(name)
    }

    /// A header.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] when it is missing or has another type.
    pub fn header<T: Parameter>(&mut self, name: &'static str) -> Result<T, ArgumentError> {
        self.take(name)
    }

    /// A field of a multipart body.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] when it is missing or has another type.
    pub fn part<T: Parameter>(&mut self, name: &'static str) -> Result<T, ArgumentError> {
        self.take(name)
    }

    /// The body; an empty object when none was given.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::Body`] when it lacks a required member.
    pub fn body<T: Wire>(&mut self, _name: &'static str) -> Result<T, ArgumentError> {
        let body = self
            .body
            .take()
            .unwrap_or_else(|| Value::Object(Map::new()));
        T::read(body).map_err(ArgumentError::Body)
    }

    /// The body of an operation that does without; `null` is none.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::Body`] when it lacks a required member.
    pub fn optional_body<T: Wire>(
        &mut self,
        _name: &'static str,
    ) -> Result<Option<T>, ArgumentError> {
        let body = self.body.take().filter(|body| !body.is_null());
        body.map(T::read).transpose().map_err(ArgumentError::Body)
    }

    /// A file of a multipart body.
    ///
    /// # Errors
    ///
    /// [`ArgumentError::Missing`] when none was given under this name.
    pub fn file(&mut self, name: &'static str) -> Result<File, ArgumentError> {
        let at = self.files.iter().position(|(given, _)| given == name);
        at.map(|at| self.files.swap_remove(at).1)
            .ok_or(ArgumentError::Missing(name))
    }

    /// Nothing may be left: a misspelt name would otherwise be dropped in silence.
    fn finish(self) -> Result<(), ArgumentError> {
        let names = self.parameters.into_iter().map(|(name, _)| name);
        if let Some(name) = names
            .chain(self.files.into_iter().map(|(name, _)| name))
            .next()
        {
            return Err(ArgumentError::Unknown(name));
        }
        if self.body.is_some() {
            Err(ArgumentError::NoBody)
        } else {
            Ok(())
        }
    }
}

/// An operation known only by its name: makes the request and reads the answer through its types.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct NamedOperation {
    /// Group and operation name, dotted.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static Method,
    /// The path template.
    pub path: &'static str,
    /// The scopes of which one suffices.
    pub scopes: &'static [&'static str],
    request: fn(Arguments) -> Result<Parts, ArgumentError>,
    answer: fn(&[u8]) -> Result<Value, AnswerError>,
    type_name: fn() -> &'static str,
}

impl NamedOperation {
    /// The entry of the operation `O`.
    pub const fn of<O: Operation + FromArguments>() -> Self {
        NamedOperation {
            name: O::NAME,
            method: const { &O::METHOD },
            path: O::PATH,
            scopes: O::SCOPES,
            request: |mut arguments| {
                let operation = O::from_arguments(&mut arguments)?;
                arguments.finish()?;
                Ok(Parts::of(&operation)?)
            },
            answer: |body| O::read(body).map(|output| output.to_value()),
            type_name: std::any::type_name::<O>,
        }
    }

    /// What the operation's type is called in Rust: `ListUsers`.
    pub fn type_name(&self) -> &'static str {
        let path = (self.type_name)();
        path.rsplit("::").next().unwrap_or(path)
    }

    /// The request that `arguments` make.
    ///
    /// # Errors
    ///
    /// [`ArgumentError`] names what is missing, wrong or too much.
    pub fn request(&self, arguments: Arguments) -> Result<Parts, ArgumentError> {
        (self.request)(arguments)
    }

    /// The body of a successful answer, read by the operation's type and written again.
    ///
    /// # Errors
    ///
    /// [`AnswerError`] when it is no JSON or lacks a required member.
    pub fn answer(&self, body: &[u8]) -> Result<Value, AnswerError> {
        (self.answer)(body)
    }
}

#[cfg(all(test, feature = "users"))]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::operation::{Body, FileContent, PartContent};

    fn named(name: &str) -> &'static NamedOperation {
        let all = crate::management::OPERATIONS
            .iter()
            .flat_map(|group| group.iter());
        all.into_iter()
            .find(|operation| operation.name == name)
            .expect("a name of the description")
    }

    fn given(parameters: &[(&str, &str)], body: Option<Value>) -> Arguments {
        let parameters = parameters
            .iter()
            .map(|(name, text)| ((*name).into(), (*text).into()));
        Arguments {
            parameters: parameters.collect(),
            body,
            files: Vec::new(),
        }
    }

    #[test]
    fn a_request_is_made_from_wire_names() {
        let arguments = given(&[("id", "auth0|1"), ("fields", "name,email")], None);
        let parts = named("users.get").request(arguments).unwrap();
        assert_eq!(
            parts.path_and_query(),
            "/users/auth0%7C1?fields=name%2Cemail"
        );
    }

    #[test]
    fn what_is_missing_wrong_or_too_much_is_named() {
        let fault = |name, parameters: &[_], body| {
            named(name).request(given(parameters, body)).unwrap_err()
        };
        assert_eq!(fault("users.get", &[], None), ArgumentError::Missing("id"));
        assert_eq!(
            fault("users.list", &[("page", "x")], None),
            ArgumentError::Value("page")
        );
        assert_eq!(
            fault("users.list", &[("pag", "1")], None),
            ArgumentError::Unknown("pag".into())
        );
        assert_eq!(
            fault("users.list", &[], Some(json!({}))),
            ArgumentError::NoBody
        );
        let fault = fault("users.create", &[], Some(json!({"email": "a@b.c"}))).to_string();
        assert_eq!(fault, "body: expected a required member at connection");
    }

    #[test]
    fn nothing_in_a_body_or_an_answer_is_lost() {
        let body = json!({"connection": "c", "email": 5, "name": null, "new": {"a": [1.0, 2]}});
        let parts = named("users.create")
            .request(given(&[], Some(body.clone())))
            .unwrap();
        assert_eq!(parts.request_body(), Some(&Body::Json(body)));
        let answer = json!([{"user_id": 1, "created_at": {"x": null}, "blocked": true, "ü": [{}]}]);
        let read = named("users.list")
            .answer(answer.to_string().as_bytes())
            .unwrap();
        assert_eq!(read, answer);
    }

    #[test]
    fn a_file_becomes_a_part() {
        let mut arguments = given(&[("connection_id", "con_1"), ("upsert", "true")], None);
        arguments
            .files
            .push(("users".into(), File::json("users.json", "[]")));
        let mut parts = named("jobs.usersImports.create")
            .request(arguments)
            .unwrap();
        let Some(Body::Multipart(parts)) = parts.take_body() else {
            panic!("no form")
        };
        let names: Vec<_> = parts.iter().map(|part| part.name).collect();
        assert_eq!(names, ["users", "connection_id", "upsert"]);
        let PartContent::File(file) = &parts[0].content else {
            panic!("no file")
        };
        assert_eq!(file.content, FileContent::Bytes(b"[]".to_vec()));
    }
}
