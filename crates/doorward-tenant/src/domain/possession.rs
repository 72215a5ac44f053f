//! What tokens are bound to: a key or a certificate, without which they are worth nothing (RFC 8705, 3; RFC 9449, 6).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::client::{Authentication, Client};
use super::resource_server::ResourceServer;

/// How somebody proves that a token is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mechanism {
    /// By the certificate of their connection.
    Mtls,
    /// By a signed proof with each request.
    Dpop,
}

/// What an API asks for (`proof_of_possession`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ProofOfPossession {
    pub(crate) mechanism: Mechanism,
    requirement: Requirement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Requirement {
    /// Of clients that can.
    None,
    OfPublicClients,
    OfAll,
}

impl ProofOfPossession {
    /// Reads the member of an API's document.
    pub(crate) fn read(set: Option<&Value>) -> Option<Self> {
        let set = set?;
        let mechanism = match set["mechanism"].as_str()? {
            "mtls" => Mechanism::Mtls,
            "dpop" => Mechanism::Dpop,
            _ => return None,
        };
        let requirement = match (set["required"].as_bool(), set["required_for"].as_str()) {
            (Some(true), Some("public_clients")) => Requirement::OfPublicClients,
            (Some(true), _) => Requirement::OfAll,
            _ => Requirement::None,
        };
        Some(Self {
            mechanism,
            requirement,
        })
    }

    fn is_required_of(self, client: &Client) -> bool {
        match self.requirement {
            Requirement::None => false,
            Requirement::OfPublicClients => client.is_public(),
            Requirement::OfAll => true,
        }
    }
}

/// What a caller has proven to hold, as thumbprints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Held<'h> {
    pub(crate) certificate: Option<&'h str>,
    pub(crate) key: Option<&'h str>,
}

/// What a token is bound to: its claim `cnf` (RFC 7800).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Confirmation {
    /// SHA-256 of a certificate.
    #[serde(rename = "x5t#S256", default, skip_serializing_if = "Option::is_none")]
    pub(crate) certificate: Option<String>,
    /// Thumbprint of a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) jkt: Option<String>,
}

impl Confirmation {
    /// Whether a caller who holds this may use a token with that `cnf`. A token that is bound to a key comes with a
    /// proof and no token that is not does (RFC 9449, 7.1).
    pub(crate) fn lets_pass(bound: Option<&Self>, held: Held<'_>) -> bool {
        let key = bound.and_then(|bound| bound.jkt.as_deref());
        bound.is_none_or(|bound| bound.is_held(held)) && key == held.key
    }

    /// Whether all that a token is bound to is there. What it is bound to otherwise, nobody here can check.
    pub(crate) fn is_held(&self, held: Held<'_>) -> bool {
        let is_there = |bound: &Option<String>, held: Option<&str>| {
            bound.as_deref().is_none_or(|bound| held == Some(bound))
        };
        let is_bound = self.certificate.is_some() || self.jkt.is_some();
        is_bound && is_there(&self.certificate, held.certificate) && is_there(&self.jkt, held.key)
    }
}

/// Why a token cannot be issued as it would have to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unproven {
    #[error("A client certificate is required to bind the access token to")]
    Certificate,
    #[error("A DPoP proof is required to bind the access token to its key")]
    Key,
    #[error("A DPoP proof or a client certificate is required to bind the access token to")]
    Either,
}

/// What an access token for this API is bound to. To the key, wherever there was a proof of one; to the certificate
/// where the API wants it, or where it is all that the client has to bind a token to.
pub(crate) fn bind(
    held: Held<'_>,
    client: &Client,
    api: Option<&ResourceServer>,
) -> Result<Option<Confirmation>, Unproven> {
    let asked = api.and_then(|api| api.proof_of_possession);
    let is_tls = matches!(client.authentication, Authentication::Tls(..));
    let is_certificate_asked = asked.is_some_and(|asked| asked.mechanism == Mechanism::Mtls);
    let is_certificate_wanted = is_certificate_asked
        || (held.key.is_none() && (is_tls || client.requires_proof_of_possession));
    let bound = Confirmation {
        certificate: held
            .certificate
            .filter(|_| is_certificate_wanted)
            .map(str::to_owned),
        jkt: held.key.map(str::to_owned),
    };
    match asked.filter(|asked| asked.is_required_of(client)) {
        Some(asked) if asked.mechanism == Mechanism::Mtls && bound.certificate.is_none() => {
            return Err(Unproven::Certificate);
        }
        Some(asked) if asked.mechanism == Mechanism::Dpop && bound.jkt.is_none() => {
            return Err(Unproven::Key);
        }
        _ => {}
    }
    let is_bound = bound.certificate.is_some() || bound.jkt.is_some();
    if client.requires_proof_of_possession && !is_bound {
        return Err(Unproven::Either);
    }
    Ok(is_bound.then_some(bound))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::client::Credentials;
    use super::*;
    use crate::secret::Secret;

    const CERTIFICATE: Held<'_> = Held {
        certificate: Some("c"),
        key: None,
    };
    const KEY: Held<'_> = Held {
        certificate: None,
        key: Some("k"),
    };
    const BOTH: Held<'_> = Held {
        certificate: Some("c"),
        key: Some("k"),
    };

    fn client(document: Value) -> Client {
        let document = document.as_object().cloned().unwrap();
        let credentials = Credentials::default();
        Client::read("id".to_owned(), document, Secret::default(), credentials)
    }

    fn api(asked: Value) -> ResourceServer {
        let document = json!({ "proof_of_possession": asked });
        let document = document.as_object().cloned().unwrap();
        ResourceServer::read("api".to_owned(), document, Secret::default())
    }

    fn bound(
        certificate: Option<&str>,
        key: Option<&str>,
    ) -> Result<Option<Confirmation>, Unproven> {
        let bound = Confirmation {
            certificate: certificate.map(str::to_owned),
            jkt: key.map(str::to_owned),
        };
        Ok((bound != Confirmation::default()).then_some(bound))
    }

    #[test]
    fn a_proof_binds_always_and_a_certificate_where_it_is_wanted() {
        let (public, mtls) = (
            client(json!({ "app_type": "spa" })),
            json!({ "mechanism": "mtls" }),
        );
        assert_eq!(bind(CERTIFICATE, &public, None), bound(None, None));
        assert_eq!(bind(BOTH, &public, None), bound(None, Some("k")));
        let api = api(mtls);
        assert_eq!(
            bind(CERTIFICATE, &public, Some(&api)),
            bound(Some("c"), None)
        );
        assert_eq!(bind(BOTH, &public, Some(&api)), bound(Some("c"), Some("k")));
        let careful = client(json!({ "require_proof_of_possession": true }));
        assert_eq!(bind(CERTIFICATE, &careful, None), bound(Some("c"), None));
        assert_eq!(bind(BOTH, &careful, None), bound(None, Some("k")));
        assert_eq!(bind(Held::default(), &careful, None), Err(Unproven::Either));
    }

    #[test]
    fn nothing_is_issued_unbound_that_has_to_be_bound() {
        let (public, other) = (client(json!({ "app_type": "spa" })), client(json!({})));
        let dpop = api(json!({ "mechanism": "dpop", "required": true }));
        let of_public =
            json!({ "mechanism": "mtls", "required": true, "required_for": "public_clients" });
        let of_public = api(of_public);
        for client in [&public, &other] {
            assert_eq!(bind(CERTIFICATE, client, Some(&dpop)), Err(Unproven::Key));
            assert_eq!(bind(KEY, client, Some(&dpop)), bound(None, Some("k")));
        }
        let none = Held::default();
        assert_eq!(
            bind(none, &public, Some(&of_public)),
            Err(Unproven::Certificate)
        );
        assert_eq!(
            bind(KEY, &public, Some(&of_public)),
            Err(Unproven::Certificate)
        );
        assert_eq!(bind(none, &other, Some(&of_public)), bound(None, None));
    }

    #[test]
    fn a_bound_token_passes_with_what_it_is_bound_to_alone() {
        let to_key = bound(None, Some("k")).unwrap();
        let to_certificate = bound(Some("c"), None).unwrap();
        let passes = |to: &Option<Confirmation>, held| Confirmation::lets_pass(to.as_ref(), held);
        assert!(passes(&to_key, KEY) && !passes(&to_key, CERTIFICATE));
        assert!(passes(&to_certificate, CERTIFICATE) && !passes(&to_certificate, KEY));
        assert!(passes(&None, CERTIFICATE) && !passes(&None, KEY));
        assert!(!passes(&Some(Confirmation::default()), CERTIFICATE));
    }
}
