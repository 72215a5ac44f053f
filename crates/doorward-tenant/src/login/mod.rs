//! Universal Login: the pages people see, and what happens when they press a button.

pub(crate) mod assets;
pub(crate) mod brand;
pub(crate) mod pages;
