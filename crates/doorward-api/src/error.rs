//! The bodies of refusals.

use serde_json::{Map, Value};

use crate::object;

object! {
    /// What the Management API answers when it refuses, in this order of members.
    ManagementErrorBody (status_code: i64, error: String, message: String) {
        /// : the HTTP status.
        status_code "statusCode": i64,
        /// : the status in words, `Bad Request`.
        error "error": String,
        /// : what is wrong, for people and for programs that compare sentences.
        message "message": String,
        /// : what is wrong, for programs; absent on generic refusals.
        error_code "errorCode": Option<String>,
        /// : on some refusals of a token.
        attributes "attributes": Option<Map<String, Value>>,
    }
}

object! {
    /// What the OAuth endpoints of the Authentication API answer when they refuse (RFC 6749, 5.2).
    OAuthErrorBody (error: String) {
        /// : `invalid_grant` and others.
        error "error": String,
        /// : a sentence for developers.
        error_description "error_description": Option<String>,
        /// : on `mfa_required`: what the next step takes.
        mfa_token "mfa_token": Option<String>,
    }
}

object! {
    /// What `/dbconnections` and `/passwordless` answer when they refuse.
    DatabaseErrorBody {
        /// : on `/dbconnections/signup`: `BadRequestError` and others.
        name "name": Option<String>,
        /// : `invalid_signup`, `user_exists`, `invalid_password` and others.
        code "code": Option<String>,
        /// : what is wrong; an object for a password that breaks the policy.
        description "description": Option<Value>,
        /// : where a sentence stands for `code`.
        error "error": Option<String>,
        /// : a sentence with `error`.
        error_description "error_description": Option<String>,
        /// : the HTTP status.
        status_code "statusCode": Option<i64>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_order_of_its_members() {
        let mut refusal = ManagementErrorBody::new(400, "Bad Request", "No.");
        refusal.error_code = Some("invalid_body".into());
        let text = serde_json::to_string(&refusal).unwrap();
        let expected = r#"{"statusCode":400,"error":"Bad Request","message":"No.","errorCode":"invalid_body"}"#;
        assert_eq!(text, expected);
    }
}
