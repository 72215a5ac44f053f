//! What holds for all routes.

mod bodies;
mod cors;
mod forms;
mod limits;
mod proxies;
