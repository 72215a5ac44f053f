//! The description of Auth0's APIs: which operations there are, what they take and what they answer.
//!
//! It is a file for each, in the folder `api`, compiled into the program. The
//! table of operations is built on first use; a schema is read when somebody asks for it, so that a
//! process pays for the ones it needs.
//!
//! ```
//! use doorward_api::description;
//! use http::Method;
//!
//! let management = description::management();
//! let found = management.find(&Method::GET, "/users/auth0%7C5f7c8ec7").unwrap();
//! assert_eq!(found.operation.name, "users.get");
//! assert_eq!(found.path, [("id", "auth0|5f7c8ec7".to_owned())]);
//! assert!(found.operation.permits(|scope| scope == "read:users"));
//! ```

use std::collections::HashMap;
use std::sync::LazyLock;

use http::Method;

mod read;
mod route;
mod schema;

pub use route::Found;
pub use schema::{Additional, Kind, Kinds, Schema};

use route::Routes;
use schema::Schemas;

/// The Management API: 482 operations below `/api/v2`.
pub fn management() -> &'static Description {
    static MANAGEMENT: LazyLock<Description> = LazyLock::new(|| {
        Description::read(include_str!("../../../../api/management.json"))
            .expect("the embedded description is read whole by this crate's tests")
    });
    &MANAGEMENT
}

/// The Authentication API: OAuth 2.0, OpenID Connect and Auth0's own endpoints, at the host's root.
///
/// What it says is for documentation and lookup; the endpoints' own rules are those of the RFCs.
pub fn authentication() -> &'static Description {
    static AUTHENTICATION: LazyLock<Description> = LazyLock::new(|| {
        Description::read(include_str!("../../../../api/authentication.json"))
            .expect("the embedded description is read whole by this crate's tests")
    });
    &AUTHENTICATION
}

/// The My Account API: 15 operations below `/me/v1`, with which users manage their own accounts.
pub fn my_account() -> &'static Description {
    static MY_ACCOUNT: LazyLock<Description> = LazyLock::new(|| {
        Description::read(include_str!("../../../../api/my-account.json"))
            .expect("the embedded description is read whole by this crate's tests")
    });
    &MY_ACCOUNT
}

/// The My Organization API: 41 operations below `/my-org/v1`, with which administrators of an
/// organization manage it.
pub fn my_organization() -> &'static Description {
    static MY_ORGANIZATION: LazyLock<Description> = LazyLock::new(|| {
        Description::read(include_str!("../../../../api/my-organization.json"))
            .expect("the embedded description is read whole by this crate's tests")
    });
    &MY_ORGANIZATION
}

/// The operations of one API and the schemas they speak of.
#[derive(Debug)]
pub struct Description {
    base: &'static str,
    operations: Vec<OperationDescription>,
    by_name: HashMap<String, usize>,
    routes: Routes,
    schemas: Schemas,
}

impl Description {
    /// The path in front of every operation's own, `/api/v2` or nothing.
    pub fn base(&self) -> &'static str {
        self.base
    }

    /// All operations, by name.
    pub fn operations(&self) -> &[OperationDescription] {
        &self.operations
    }

    /// The operation called `name` (`users.list`), whatever the letter case.
    pub fn operation(&self, name: &str) -> Option<&OperationDescription> {
        let index = self.by_name.get(&name.to_ascii_lowercase())?;
        self.operations.get(*index)
    }

    /// The operation that answers `method` on `path`, with the parameters in the path decoded.
    ///
    /// `path` is still percent-encoded and begins after [`base`](Self::base). A literal segment wins
    /// over a parameter: `/custom-domains/default` is not the domain called `default`.
    pub fn find(&self, method: &Method, path: &str) -> Option<Found<'_>> {
        self.routes.find(&self.operations, method, path)
    }

    /// The schema called `name`; `None` when the description has none of that name.
    pub fn schema(&self, name: &str) -> Option<&Schema> {
        self.schemas.get(name)
    }

    /// The names of all schemas, in the file's order.
    pub fn schema_names(&self) -> impl Iterator<Item = &'static str> {
        self.schemas.names()
    }

    /// What `schema` stands for: itself, or the schema at the end of its references.
    ///
    /// A name that leads nowhere ends in a schema that accepts nothing.
    pub fn resolve<'a>(&'a self, schema: &'a Schema) -> &'a Schema {
        self.schemas.resolve(schema)
    }
}

/// One operation, as the description has it.
#[derive(Debug)]
#[non_exhaustive]
pub struct OperationDescription {
    /// Group and operation name, dotted: `organizations.members.roles.assign`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template below the base: `/users/{id}`.
    pub path: &'static str,
    /// The scopes it needs: of every inner list at least one.
    pub scopes: Vec<Vec<&'static str>>,
    /// What the path, the query and the headers carry; path parameters in the template's order.
    pub parameters: Vec<Parameter>,
    /// What the request body must be; `None` when there is none.
    pub body: Option<Body>,
    /// The successful answers. The first is the one that the real server gives.
    pub responses: Vec<Response>,
    /// Whether Auth0 advises against it.
    pub is_deprecated: bool,
}

impl OperationDescription {
    /// Whether the scopes `held` suffice.
    pub fn permits(&self, held: impl Fn(&str) -> bool) -> bool {
        self.missing_scopes(held).is_none()
    }

    /// The first set of scopes of which none is `held`; Auth0's refusal lists it.
    pub fn missing_scopes(&self, held: impl Fn(&str) -> bool) -> Option<&[&'static str]> {
        let missing = self
            .scopes
            .iter()
            .find(|any| !any.iter().any(|scope| held(scope)))?;
        Some(missing)
    }

    /// The parameters carried at `place`.
    pub fn parameters_in(&self, place: Place) -> impl Iterator<Item = &Parameter> {
        self.parameters
            .iter()
            .filter(move |parameter| parameter.place == place)
    }
}

/// A parameter of an operation outside its body.
#[derive(Debug)]
#[non_exhaustive]
pub struct Parameter {
    /// Its name on the wire.
    pub name: &'static str,
    /// Where it stands.
    pub place: Place,
    /// Whether a request without it is refused. Always so in the path.
    pub required: bool,
    /// What its value must be.
    pub schema: Schema,
}

/// Where a request carries a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In the path template, between braces.
    Path,
    /// In the query string.
    Query,
    /// In a header.
    Header,
}

/// The body of a request.
#[derive(Debug)]
#[non_exhaustive]
pub struct Body {
    /// Its media type: `application/json` (Auth0 accepts a flat form as well),
    /// `application/x-www-form-urlencoded` or `multipart/form-data`.
    pub media: &'static str,
    /// What it must be.
    pub schema: Schema,
}

/// A successful answer.
#[derive(Debug)]
#[non_exhaustive]
pub struct Response {
    /// Its HTTP status, 200 to 204 or a redirect's 302.
    pub status: u16,
    /// Its media type: `application/json` or `text/event-stream`.
    pub media: &'static str,
    /// What its body is; `None` when it is empty.
    pub schema: Option<Schema>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_authentication_api_is_described_too() {
        let found = authentication()
            .find(&Method::POST, "/oauth/token")
            .unwrap();
        assert_eq!(found.operation.name, "exchangeToken");
        let body = found.operation.body.as_ref().unwrap();
        assert_eq!(body.media, "application/x-www-form-urlencoded");
        assert!(found.operation.permits(|_| false));
    }

    #[test]
    fn a_set_of_scopes_is_missing_when_none_of_it_is_held() {
        let rotate = management().operation("Keys.Signing.Rotate").unwrap();
        let missing = rotate.missing_scopes(|scope| scope == "create:signing_keys");
        assert_eq!(missing, Some(&["update:signing_keys"][..]));
        assert!(rotate.permits(|scope| scope.ends_with(":signing_keys")));
        let list = management().operation("connections.clients.get").unwrap();
        let held = ["read:connections", "read:client_summary"];
        assert!(list.permits(|scope| held.contains(&scope)));
    }
}
