//! Finds the operation that a method and a path mean.

use std::collections::HashMap;

use http::Method;
use percent_encoding::percent_decode_str;

use super::OperationDescription;

/// An operation and the values that a path has for its parameters.
#[derive(Debug)]
#[non_exhaustive]
pub struct Found<'a> {
    /// The operation.
    pub operation: &'a OperationDescription,
    /// Name and decoded value of each path parameter, in the template's order.
    pub path: Vec<(&'static str, String)>,
}

/// A tree of path segments.
#[derive(Debug, Default)]
pub(super) struct Routes {
    literal: HashMap<&'static str, Routes>,
    /// Below here, whatever the segment says. Operations may call it by different names.
    parameter: Option<Box<Routes>>,
    operations: Vec<usize>,
}

impl Routes {
    pub(super) fn of(operations: &[OperationDescription]) -> Self {
        let mut root = Routes::default();
        for (index, operation) in operations.iter().enumerate() {
            let mut node = &mut root;
            for segment in segments(operation.path) {
                node = match parameter(segment) {
                    Some(_) => node.parameter.get_or_insert_default(),
                    None => node.literal.entry(segment).or_default(),
                };
            }
            node.operations.push(index);
        }
        root
    }

    pub(super) fn find<'a>(
        &self,
        operations: &'a [OperationDescription],
        method: &Method,
        path: &str,
    ) -> Option<Found<'a>> {
        let given: Vec<&str> = segments(path).collect();
        let operation = self.walk(operations, method, &given)?;
        let path = segments(operation.path)
            .zip(given)
            .filter_map(|(segment, value)| Some((parameter(segment)?, decode(value))))
            .collect();
        Some(Found { operation, path })
    }

    /// Literal segments first, and back to the parameter where they lead nowhere.
    fn walk<'a>(
        &self,
        operations: &'a [OperationDescription],
        method: &Method,
        given: &[&str],
    ) -> Option<&'a OperationDescription> {
        let Some((first, rest)) = given.split_first() else {
            let here = self
                .operations
                .iter()
                .filter_map(|index| operations.get(*index));
            return here
                .into_iter()
                .find(|operation| operation.method == *method);
        };
        let literal = self
            .literal
            .get(first)
            .and_then(|next| next.walk(operations, method, rest));
        literal.or_else(|| {
            let next = self.parameter.as_ref().filter(|_| !first.is_empty())?;
            next.walk(operations, method, rest)
        })
    }
}

/// The segments of a path that begins with a slash. One slash at the end is not looked at.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.strip_suffix('/').unwrap_or(path).split('/')
}

fn parameter(segment: &'static str) -> Option<&'static str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

/// Octets that are no UTF-8 become U+FFFD, which no id contains.
fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use http::Method;

    use crate::description::management;

    fn found(method: Method, path: &str) -> Option<(&'static str, Vec<String>)> {
        let found = management().find(&method, path)?;
        Some((
            found.operation.name,
            found.path.into_iter().map(|(_, value)| value).collect(),
        ))
    }

    #[test]
    fn a_literal_segment_wins_over_a_parameter() {
        let default = found(Method::PATCH, "/custom-domains/default").unwrap();
        assert_eq!(default, ("customDomains.setDefault", vec![]));
        let one = found(Method::PATCH, "/custom-domains/cd_1").unwrap();
        assert_eq!(one, ("customDomains.update", vec!["cd_1".into()]));
    }

    #[test]
    fn a_parameter_is_tried_where_the_literal_has_no_such_method() {
        let (name, path) = found(Method::DELETE, "/custom-domains/default").unwrap();
        assert_eq!(
            (name, path),
            ("customDomains.delete", vec!["default".into()])
        );
    }

    #[test]
    fn parameters_are_decoded_once() {
        let (_, path) = found(Method::GET, "/users/auth0%7Ca%252Fb/roles").unwrap();
        assert_eq!(path, ["auth0|a%2Fb"]);
    }

    #[test]
    fn what_is_not_described_is_not_found() {
        assert_eq!(found(Method::GET, "/nothing"), None);
        assert_eq!(found(Method::GET, ""), None);
        assert_eq!(found(Method::GET, "/users//roles"), None);
        assert_eq!(found(Method::PUT, "/users"), None);
        assert_eq!(
            found(Method::GET, "/users/%FF%00").unwrap().1,
            ["\u{FFFD}\0"]
        );
    }

    #[test]
    fn every_operation_is_found_by_its_own_path() {
        for operation in management().operations() {
            let path = operation.path.replace(['{', '}'], "");
            let found = management().find(&operation.method, &path).unwrap();
            assert_eq!(found.operation.path, operation.path);
        }
    }
}
