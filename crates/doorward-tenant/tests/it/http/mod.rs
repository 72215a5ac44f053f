//! What holds for all routes.

mod bodies;
mod cors;
mod counts;
mod development;
mod forms;
mod hostile;
mod left_behind;
mod limits;
mod proxies;
