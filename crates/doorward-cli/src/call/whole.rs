//! An answer with everything that the tenant wrote, though read through its type.

use std::borrow::Cow;

use doorward::RawResponse;
use doorward::authentication::{AuthenticationOperation, ClientProof, Encoding, TokenSet};
use doorward::http::Method;
use doorward::id_token::IdTokenExpectation;
use doorward::{ArgumentError, Secret};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};

/// An operation that keeps, beside what its answer means, how it was written: a `null` that a type takes for
/// nothing was said all the same.
pub(super) struct Whole<O>(pub(super) O);

/// What a [`Whole`] operation answers.
pub(super) struct Answer<T> {
    meant: T,
    written: Option<Value>,
}

impl<T: Serialize> Answer<T> {
    /// What it means, and what its type left out; `null` for no answer.
    pub(super) fn into_value(self) -> serde_json::Result<Value> {
        let mut value = serde_json::to_value(self.meant)?;
        if let Some(written) = self.written {
            complete(&mut value, written);
        }
        Ok(value)
    }
}

/// Adds the members of `written` that `value` lacks.
fn complete(value: &mut Value, written: Value) {
    match (value, written) {
        (Value::Object(members), Value::Object(written)) => {
            for (name, written) in written {
                match members.get_mut(&name) {
                    Some(member) => complete(member, written),
                    None => {
                        members.insert(name, written);
                    }
                }
            }
        }
        (Value::Array(items), Value::Array(written)) => {
            for (item, written) in items.iter_mut().zip(written) {
                complete(item, written);
            }
        }
        _ => {}
    }
}

impl<O: Serialize> Serialize for Whole<O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<O: AuthenticationOperation> AuthenticationOperation for Whole<O> {
    const NAME: &'static str = O::NAME;
    const METHOD: Method = O::METHOD;
    const PATH: &'static str = O::PATH;
    const ENCODING: Encoding = O::ENCODING;
    const NAMES_CLIENT: bool = O::NAMES_CLIENT;
    const CLIENT_AUTHENTICATION: ClientProof = O::CLIENT_AUTHENTICATION;
    type Output = Answer<O::Output>;

    fn check(&self) -> Result<(), ArgumentError> {
        self.0.check()
    }

    fn path(&self) -> Cow<'_, str> {
        self.0.path()
    }

    fn bearer(&self) -> Option<&str> {
        self.0.bearer()
    }

    fn fixed_parameters(&self) -> Vec<(&'static str, &'static str)> {
        self.0.fixed_parameters()
    }

    fn adjust(&self, fields: &mut Map<String, Value>, issuer: &str) {
        self.0.adjust(fields, issuer);
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        Ok(Answer {
            meant: O::read(response)?,
            written: serde_json::from_slice(&response.body).ok(),
        })
    }

    fn tokens(output: &mut Self::Output) -> Option<&mut TokenSet> {
        O::tokens(&mut output.meant)
    }

    fn expected_id_token(&self) -> IdTokenExpectation<'_> {
        self.0.expected_id_token()
    }
}

/// The call of [`UserInfoClient`](doorward::UserInfoClient), which answers only what it means.
#[derive(Serialize, Deserialize)]
pub(super) struct GetUserInfo {
    #[serde(skip_serializing)]
    access_token: Secret,
}

impl AuthenticationOperation for GetUserInfo {
    const NAME: &'static str = "userInfo.getUserInfo";
    const METHOD: Method = Method::GET;
    const PATH: &'static str = "/userinfo";
    const ENCODING: Encoding = Encoding::Query;
    const NAMES_CLIENT: bool = false;
    const CLIENT_AUTHENTICATION: ClientProof = ClientProof::Never;
    type Output = doorward::authentication::UserInfo;

    fn bearer(&self) -> Option<&str> {
        Some(&self.access_token)
    }

    fn read(response: &RawResponse) -> Result<Self::Output, serde_json::Error> {
        serde_json::from_slice(&response.body)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_type_left_out_is_there_again() {
        let answer = Answer {
            meant: json!({ "id": 1, "list": [{ "a": 2 }], "made": true }),
            written: Some(json!({ "id": "1", "list": [{ "b": null }], "scope": null })),
        };
        assert_eq!(
            answer.into_value().unwrap(),
            json!({ "id": 1, "list": [{ "a": 2, "b": null }], "made": true, "scope": null })
        );
        let nothing = Answer {
            meant: (),
            written: Some(json!({ "any": "thing" })),
        };
        assert_eq!(nothing.into_value().unwrap(), Value::Null);
    }
}
