//! Login, sessions and user management behind one small HTTP API.
