//! `POST /oauth/access_token`: a social network's token for one of this tenant.

use super::{client, connection, require, unsupported};
use crate::authentication::AuthenticationError;
use crate::domain::parameters::Parameters;
use crate::http::{Context, OAuthError};

/// Refuses: no connection of this tenant belongs to a social network, so whose token it is cannot be found out.
///
/// # Errors
///
/// What is wrong with the request, else that the connection cannot do this.
pub(crate) async fn exchange(
    cx: Context,
    parameters: Result<Parameters, OAuthError>,
) -> Result<(), AuthenticationError> {
    let parameters = parameters?;
    let client = client(&cx, &parameters, "access_token").await?;
    require(&parameters, "access_token")?;
    connection(&cx, &client, require(&parameters, "connection")?).await?;
    Err(unsupported().into())
}
