//! Operations as values, and the requests they become.

use std::fmt;
use std::path::PathBuf;

use http::{HeaderName, HeaderValue, Method};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::api::Api;
use crate::parameter::Parameter;
use crate::wire::{self, Mismatch, Wire};

/// One operation of an Auth0 API with all it needs to be sent.
///
/// A client sends it, a server routes on [`METHOD`](Self::METHOD) and [`PATH`](Self::PATH), a command
/// line lists its [`NAME`](Self::NAME).
///
/// # A new operation
///
/// ```
/// use doorward_api::{Management, NoContent, Operation, Parts};
/// use http::Method;
///
/// /// Removes one user.
/// struct DeleteUser {
///     id: String,
/// }
///
/// impl Operation for DeleteUser {
///     type Api = Management;
///     const NAME: &'static str = "users.delete";
///     const METHOD: Method = Method::DELETE;
///     const PATH: &'static str = "/users/{id}";
///     const SCOPES: &'static [&'static str] = &["delete:users"];
///     type Output = NoContent;
///
///     fn write(&self, to: &mut Parts) {
///         to.path("id", &self.id);
///     }
/// }
///
/// let parts = Parts::of(&DeleteUser { id: "auth0|1/2".into() })?;
/// assert_eq!(parts.path_and_query(), "/users/auth0%7C1%2F2");
/// # Ok::<(), doorward_api::Unsendable>(())
/// ```
pub trait Operation {
    /// The API it belongs to.
    type Api: Api;
    /// Group and operation name, dotted: `clients.get`.
    const NAME: &'static str;
    /// The HTTP method.
    const METHOD: Method;
    /// The path template below the API's base: `/clients/{id}`.
    const PATH: &'static str;
    /// Scopes of which the caller holds at least one. A few operations want one of each of two sets;
    /// all of them are listed here, and the `description` tells them apart.
    const SCOPES: &'static [&'static str];
    /// What a successful answer's body is.
    type Output: Wire + Send;

    /// Writes what this operation carries.
    fn write(&self, to: &mut Parts);

    /// Reads the body of a successful answer. An empty one is read as `null`.
    ///
    /// # Errors
    ///
    /// [`AnswerError`] when it is no JSON or lacks a required member.
    fn read(body: &[u8]) -> Result<Self::Output, AnswerError> {
        Ok(Self::Output::read(json(body)?)?)
    }
}

/// Apart, so that it is compiled once and not for each operation.
fn json(body: &[u8]) -> Result<Value, serde_json::Error> {
    if body.iter().all(u8::is_ascii_whitespace) {
        Ok(Value::Null)
    } else {
        serde_json::from_slice(body)
    }
}

/// Why the body of a successful answer could not be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// It is no JSON.
    #[error("the answer is no JSON")]
    Json(#[from] serde_json::Error),
    /// It is JSON of another shape.
    #[error("the answer has another shape")]
    Shape(#[from] Mismatch),
}

/// The answer of an operation that promises no body; what came nevertheless is kept.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct NoContent {
    /// The body, when there was one.
    pub body: Option<Value>,
}

impl Wire for NoContent {
    fn check(_: &Value) -> Result<(), Mismatch> {
        Ok(())
    }

    fn from_fitting(value: Value) -> Self {
        NoContent {
            body: Some(value).filter(|value| !value.is_null()),
        }
    }

    fn to_value(&self) -> Value {
        self.body.clone().unwrap_or_default()
    }
}

/// The answer of an operation that has a body sometimes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Perhaps<T>(pub Option<T>);

impl<T: Wire> Wire for Perhaps<T> {
    fn check(value: &Value) -> Result<(), Mismatch> {
        if value.is_null() {
            Ok(())
        } else {
            T::check(value)
        }
    }

    fn from_fitting(value: Value) -> Self {
        Perhaps((!value.is_null()).then(|| T::from_fitting(value)))
    }

    fn to_value(&self) -> Value {
        self.0.as_ref().map_or(Value::Null, T::to_value)
    }
}

/// Why an operation's values make no request.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unsendable {
    /// A value for the path that is empty, `.` or `..` would address another resource.
    #[error("path parameter {name}: {value:?} addresses another resource")]
    PathParameter {
        /// Its name.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// A header's value has characters that no header may have.
    #[error("header {name}: not a header value")]
    Header {
        /// Its name.
        name: &'static str,
    },
}

/// What stays as it is in a segment of a path and in a query: RFC 3986's unreserved characters.
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A request in the making: everything but the host and the credentials.
#[derive(Debug, Clone)]
pub struct Parts {
    method: Method,
    target: String,
    has_query: bool,
    headers: Vec<(HeaderName, HeaderValue)>,
    body: Option<Body>,
    fault: Option<Unsendable>,
}

/// The body of a request.
#[derive(Clone, PartialEq)]
pub enum Body {
    /// Sent as `application/json`.
    Json(Value),
    /// Sent as `multipart/form-data`, in this order.
    Multipart(Vec<Part>),
}

/// Without secrets.
impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Body::Json(value) => wire::debug(f, "Json", value.clone()),
            Body::Multipart(parts) => f.debug_tuple("Multipart").field(parts).finish(),
        }
    }
}

/// One part of a multipart body.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub content: PartContent,
}

/// What a part of a multipart body holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartContent {
    /// A field.
    Text(String),
    /// A file.
    File(File),
}

/// A file to be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// The name told to the server.
    pub name: String,
    /// Its media type, `application/json` for users to be imported.
    pub media: String,
    /// Where its octets come from.
    pub content: FileContent,
}

/// Where the octets of a file come from.
#[derive(Clone, PartialEq, Eq)]
pub enum FileContent {
    /// From here.
    Bytes(Vec<u8>),
    /// From the file system, when the request is sent; whoever sends it opens and streams it.
    Path(PathBuf),
}

/// Without the octets: password hashes may be among them.
impl fmt::Debug for FileContent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FileContent::Bytes(bytes) => write!(f, "Bytes({} bytes)", bytes.len()),
            FileContent::Path(path) => f.debug_tuple("Path").field(path).finish(),
        }
    }
}

impl File {
    /// A JSON file with these octets.
    pub fn json(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        let content = FileContent::Bytes(bytes.into());
        File {
            name: name.into(),
            media: "application/json".to_owned(),
            content,
        }
    }

    /// The JSON file at `path`, read while it is sent.
    pub fn at(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        File {
            name: name.unwrap_or_else(|| "file".to_owned()),
            media: "application/json".to_owned(),
            content: FileContent::Path(path),
        }
    }
}

impl Parts {
    /// The request that `operation` is.
    ///
    /// # Errors
    ///
    /// [`Unsendable`] when a value would lead the request astray.
    pub fn of<O: Operation>(operation: &O) -> Result<Self, Unsendable> {
        let mut parts = Parts::new(O::METHOD, O::PATH);
        operation.write(&mut parts);
        match parts.fault.take() {
            Some(fault) => Err(fault),
            None => Ok(parts),
        }
    }

    fn new(method: Method, path: &str) -> Self {
        Parts {
            method,
            target: path.to_owned(),
            has_query: false,
            headers: Vec::new(),
            body: None,
            fault: None,
        }
    }

    /// Puts `value` in the place of `{name}`, percent-encoded.
    pub fn path<T: Parameter>(&mut self, name: &'static str, value: &T) {
        let mut text = String::new();
        value.each(&mut |value| text.push_str(value));
        // A URL parser takes dot segments for a way upwards, percent-encoded or not (RFC 3986, 5.2.4).
        if matches!(text.as_str(), "" | "." | "..") {
            self.fault
                .get_or_insert(Unsendable::PathParameter { name, value: text });
            return;
        }
        let encoded = utf8_percent_encode(&text, UNRESERVED).to_string();
        let place = format!("{{{name}}}");
        if let Some(at) = self.target.find(&place) {
            self.target.replace_range(at..at + place.len(), &encoded);
        }
    }

    /// Appends `name=value` for each value that there is.
    pub fn query<T: Parameter>(&mut self, name: &'static str, value: &T) {
        value.each(&mut |value| {
            self.target.push(if self.has_query { '&' } else { '?' });
            self.has_query = true;
            self.target.extend(utf8_percent_encode(name, UNRESERVED));
            self.target.push('=');
            self.target.extend(utf8_percent_encode(value, UNRESERVED));
        });
    }

    /// Adds the header `name` for each value that there is.
    pub fn header<T: Parameter>(&mut self, name: &'static str, value: &T) {
        value.each(
            &mut |value| match (HeaderName::try_from(name), HeaderValue::try_from(value)) {
                (Ok(name), Ok(value)) => self.headers.push((name, value)),
                _ => {
                    self.fault.get_or_insert(Unsendable::Header { name });
                }
            },
        );
    }

    /// Sets the body. It has no name on the wire: `_name` is what the command line calls it.
    pub fn body<T: Wire>(&mut self, _name: &'static str, value: &T) {
        self.body = Some(Body::Json(value.to_value()));
    }

    /// Sets the body, when there is one.
    pub fn optional_body<T: Wire>(&mut self, name: &'static str, value: &Option<T>) {
        if let Some(value) = value {
            self.body(name, value);
        }
    }

    /// Adds a field to the multipart body, for each value that there is.
    pub fn part<T: Parameter>(&mut self, name: &'static str, value: &T) {
        value.each(&mut |value| {
            self.push(Part {
                name,
                content: PartContent::Text(value.to_owned()),
            });
        });
    }

    /// Adds a file to the multipart body.
    pub fn file(&mut self, name: &'static str, file: &File) {
        self.push(Part {
            name,
            content: PartContent::File(file.clone()),
        });
    }

    fn push(&mut self, part: Part) {
        match &mut self.body {
            Some(Body::Multipart(parts)) => parts.push(part),
            _ => self.body = Some(Body::Multipart(vec![part])),
        }
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.method
    }

    /// Path and query below the API's base, percent-encoded.
    pub fn path_and_query(&self) -> &str {
        &self.target
    }

    /// The headers that the operation itself carries.
    pub fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.headers
    }

    /// The body.
    pub fn request_body(&self) -> Option<&Body> {
        self.body.as_ref()
    }

    /// The body, taken out.
    pub fn take_body(&mut self) -> Option<Body> {
        self.body.take()
    }
}
