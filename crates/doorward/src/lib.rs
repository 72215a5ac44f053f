//! A typed client for Auth0's Authentication and Management APIs.
