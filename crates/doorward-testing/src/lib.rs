//! A throw-away tenant in one line, for integration tests.
