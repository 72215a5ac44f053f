//! The vocabulary of Auth0's APIs: operations, request and response types, validation.
