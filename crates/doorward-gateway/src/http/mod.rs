//! What all endpoints share: how requests are read and redirect targets judged.

mod redirect;

pub(crate) use self::redirect::is_local_path;
