//! What all endpoints share: how requests are read and redirect targets judged.

mod address;
mod caller;
mod fields;
mod redirect;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

pub(crate) use self::address::Address;
pub(crate) use self::caller::{Caller, Handle, SID};
pub(crate) use self::fields::{Fields, json_object, json_or_form, pairs};
pub(crate) use self::redirect::{Redirect, is_local_path};

/// Everything but RFC 3986's unreserved characters.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// `url` with a query of these parameters, everything percent-encoded.
pub(crate) fn with_query(url: &str, parameters: &[(&str, &str)]) -> String {
    let mut url = url.to_owned();
    for (index, (name, value)) in parameters.iter().enumerate() {
        url.push(if index == 0 { '?' } else { '&' });
        url.extend(utf8_percent_encode(name, RESERVED));
        url.push('=');
        url.extend(utf8_percent_encode(value, RESERVED));
    }
    url
}
