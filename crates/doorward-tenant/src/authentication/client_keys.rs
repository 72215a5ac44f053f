//! What clients sign with the keys that they registered: assertions of who they are, and authorization requests.

use jsonwebtoken::{Algorithm, Header, Validation};
use serde::de::DeserializeOwned;

use crate::domain::client::Credential;
use crate::http::Context;

/// The claims of a JWT that one of these keys has signed for this tenant, and for nobody else. `required` must be among
/// them; `is_meant` looks at the header, which says what the JWT is good for. Times are for the caller: they are those of
/// the tenant's clock.
pub(super) fn verified<C: DeserializeOwned>(
    cx: &Context,
    credentials: &[Credential],
    jwt: &str,
    required: &[&str],
    is_meant: impl FnOnce(&Header) -> bool,
) -> Option<C> {
    let header = jsonwebtoken::decode_header(jwt).ok()?;
    let is_known = matches!(
        header.alg,
        Algorithm::RS256 | Algorithm::RS384 | Algorithm::PS256
    );
    if !is_known || !is_meant(&header) {
        return None;
    }
    let mut validation = Validation::new(header.alg);
    validation.set_audience(&[&cx.tenant.names.issuer]);
    // Else a claim that is missing or of another type is not compared.
    validation.set_required_spec_claims(required);
    validation.validate_exp = false;
    let now = cx.now().as_second();
    credentials
        .iter()
        .filter(|credential| credential.algorithm == header.alg)
        .filter(|credential| header.kid.as_ref().is_none_or(|kid| *kid == credential.kid))
        .filter(|credential| credential.expires_at.is_none_or(|end| end > now))
        .find_map(|credential| {
            let read = jsonwebtoken::decode::<C>(jwt, &credential.key, &validation);
            Some(read.ok()?.claims)
        })
}
