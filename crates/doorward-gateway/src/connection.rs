//! Which connection a login uses.

use crate::config::Client;
use crate::error::GatewayError;

/// The connection for a login of `client`, given what the request names. `None` leaves it to the tenant.
///
/// # Errors
///
/// 400 when the one named is not supported, or none is named and several could be meant.
pub(crate) fn for_login<'a>(
    client: &'a Client,
    named: Option<&'a str>,
) -> Result<Option<&'a str>, GatewayError> {
    let supported = &client.supported_connections;
    match (
        named,
        client.default_connection.as_deref(),
        supported.as_slice(),
    ) {
        (named, _, []) => Ok(named),
        (Some(named), _, supported) if supported.iter().any(|name| name == named) => {
            Ok(Some(named))
        }
        (Some(_), _, _) => Err(GatewayError::bad("connection is not supported")),
        (None, Some(default), _) => Ok(Some(default)),
        (None, None, [only]) => Ok(Some(only)),
        (None, None, _) => Err(GatewayError::bad("connection is required")),
    }
}
