//! What holds for all routes.

mod bodies;
mod cors;
mod forms;
mod hostile;
mod limits;
mod proxies;
