//! What holds for all operations.

mod lossless;
mod table;
