//! The Management API.

/// All scopes of the Management API, in byte order.
pub(crate) fn scopes() -> Vec<&'static str> {
    Vec::new()
}
