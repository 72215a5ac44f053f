//! A call on its way: what is sent for an operation, and what is believed of its answer.

use std::borrow::Cow;
use std::sync::Arc;

use http::Method;
use http::header::AUTHORIZATION;
use serde_json::{Map, Value};

use super::asserted::{ASSERTION, Asserted};
use super::client_authentication::{Presentation, Shown};
use super::{
    AuthenticationClient, AuthenticationOperation, ClientProof, Encoding, TokenSet, bearer,
};
use crate::dispatch::Outgoing;
use crate::dpop::Bound;
use crate::error::{ArgumentError, Error};
use crate::id_token::IdTokenExpectation;
use crate::response::{ApiResponse, RawResponse};

/// Where a proof of the key is shown that tokens are bound to.
const DPOP_PATHS: [&str; 2] = ["/oauth/token", "/oauth/par"];

/// What an operation wants sent, without its type: one path for all of them, compiled once.
struct Call<'o> {
    method: Method,
    path: Cow<'o, str>,
    encoding: Encoding,
    parameters: Map<String, Value>,
    fixed: Vec<(&'static str, &'static str)>,
    proof: ClientProof,
    bearer: Option<&'o str>,
    /// Whether tokens are bound where it goes to.
    binds: bool,
}

impl<'o> Call<'o> {
    /// What `operation` sends in the name of `client`: `client_id`, and its own parameters.
    fn of<O: AuthenticationOperation>(
        operation: &'o O,
        client: &AuthenticationClient,
    ) -> Result<Self, Error> {
        let mut fields = match serde_json::to_value(operation).map_err(ArgumentError::Encode)? {
            Value::Object(fields) => fields,
            _ => Map::new(),
        };
        operation.adjust(&mut fields, &client.shared.issuer);
        let mut parameters = Map::new();
        if let Some(client_id) = client.client_id().filter(|_| O::NAMES_CLIENT) {
            parameters.insert("client_id".into(), client_id.into());
        }
        parameters.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        Ok(Self {
            method: O::METHOD,
            path: operation.path(),
            encoding: O::ENCODING,
            parameters,
            fixed: operation.fixed_parameters(),
            proof: O::CLIENT_AUTHENTICATION,
            bearer: operation.bearer(),
            binds: DPOP_PATHS.contains(&O::PATH),
        })
    }
}

impl AuthenticationClient {
    /// Makes any call of the Authentication API.
    ///
    /// # Errors
    ///
    /// As the call's own method says; [`Error`] lists what can happen to all of them.
    pub async fn send<O: AuthenticationOperation>(
        &self,
        operation: &O,
    ) -> Result<ApiResponse<O::Output>, Error> {
        operation.check()?;
        let response = self.deliver(Call::of(operation, self)?).await?;
        let mut output = match O::read(&response) {
            Ok(output) => output,
            Err(source) => return Err(Error::undecodable(source, response)),
        };
        if let Some(tokens) = O::tokens(&mut output) {
            self.validate(tokens, operation.expected_id_token()).await?;
        }
        Ok(ApiResponse {
            data: output,
            status: response.status,
            headers: response.headers,
        })
    }

    async fn deliver(&self, call: Call<'_>) -> Result<RawResponse, Error> {
        let outgoing = self.compose(call).await?;
        let options = self.options.as_deref();
        self.shared.dispatcher.send(outgoing, options).await
    }

    /// The request of a call: its parameters, credentials, fixed parameters.
    async fn compose(&self, call: Call<'_>) -> Result<Outgoing, Error> {
        let shared = &*self.shared;
        let mut parameters = call.parameters;
        let shown = match call.proof {
            ClientProof::Never => Shown::AmongParameters,
            proof => self.authenticate(&mut parameters, proof).await?,
        };
        for (name, value) in call.fixed {
            parameters.shift_remove(name);
            parameters.insert(name.into(), value.into());
        }

        let encoding = match (call.encoding, shared.speaks_json) {
            (Encoding::Form, true) => Encoding::Json,
            (encoding, _) => encoding,
        };
        let domain = match (call.proof, &shared.certified) {
            (ClientProof::IfConfigured | ClientProof::Always, Some(certified)) => certified,
            _ => &shared.dispatcher.domain,
        };
        let mut outgoing = encoding.write(call.method, domain.url(&call.path), &parameters)?;
        if let Some((key, nonces)) = shared.dpop.as_ref().filter(|_| call.binds) {
            outgoing.bound = Some(Bound::new(key.clone(), nonces.clone(), None));
        }
        let authorization = match (call.bearer, shown) {
            (Some(token), _) => Some(bearer(token)?),
            (None, Shown::InHeader(credentials)) => Some(credentials),
            (None, Shown::Asserted(by)) => {
                outgoing.asserted = Some(Arc::new(Asserted::new(by, parameters, encoding)));
                None
            }
            (None, Shown::AmongParameters) => None,
        };
        Ok(match authorization {
            Some(value) => outgoing.header(AUTHORIZATION, value),
            None => outgoing,
        })
    }

    async fn authenticate(
        &self,
        parameters: &mut Map<String, Value>,
        proof: ClientProof,
    ) -> Result<Shown, Error> {
        let shared = &*self.shared;
        let given = parameters.contains_key("client_secret") || parameters.contains_key(ASSERTION);
        if shared.authentication.is_public() && !given && proof == ClientProof::Always {
            return Err(ArgumentError::NoClientAuthentication.into());
        }
        let named = parameters.get("client_id").and_then(Value::as_str);
        let client_id = named
            .map(str::to_owned)
            .or_else(|| shared.client_id.clone());
        let by = Presentation {
            client_id: client_id.as_deref(),
            issuer: &shared.issuer,
            now: shared.dispatcher.clock.now(),
        };
        shared.authentication.apply(parameters, &by).await
    }

    async fn validate(
        &self,
        tokens: &mut TokenSet,
        expected: IdTokenExpectation<'_>,
    ) -> Result<(), Error> {
        if let (Some(verifier), Some(id_token)) = (&self.shared.verifier, &tokens.id_token) {
            tokens.claims = Some(verifier.verify(id_token, expected).await?);
        }
        Ok(())
    }
}
