//! What holds for all routes.

mod bodies;
