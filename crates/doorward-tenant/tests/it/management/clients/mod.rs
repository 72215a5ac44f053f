//! `/api/v2/clients`.

mod change;
mod create;
mod credentials;
mod read;

use super::{Management, column, created, refused};
