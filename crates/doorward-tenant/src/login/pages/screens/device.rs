//! The screens of the device flow.

use super::{Field, FormPage, Kind, Screen};
use crate::login::pages::Button;

impl<'a> Screen<'a> {
    /// `/activate`: which code does the device show? `is_numeric` where all codes are digits.
    pub(crate) fn user_code(&self, typed: &str, is_numeric: bool) -> FormPage<'a> {
        let text = "Enter the code that your device shows.";
        let mut page = self.page("Connect a device", Some(text.to_owned()));
        page.fields = vec![Field {
            value: typed.to_owned(),
            ..code_field(is_numeric)
        }];
        // No login has begun, so there is none to name.
        page.hidden.clear();
        self.finish(page)
    }

    /// `/activate`: whoever followed a link, or was told a code, decides whether the device is theirs.
    pub(crate) fn confirm_device(&self, user_code: &str) -> FormPage<'a> {
        let name = self.client_name.unwrap_or("A device");
        let text = format!(
            "{name} asks to be logged in as you. Confirm only if this code is shown on a device that you have in \
             front of you."
        );
        let mut page = self.page("Is this your device?", Some(text));
        page.fields = vec![Field {
            value: user_code.to_owned(),
            edit_href: Some("/activate".to_owned()),
            ..code_field(false)
        }];
        page.buttons = vec![
            Button {
                action: "confirm",
                label: "Confirm",
            },
            Button {
                action: "cancel",
                label: "Cancel",
            },
        ];
        self.finish(page)
    }
}

fn code_field(is_numeric: bool) -> Field {
    let kind = if is_numeric {
        Kind::Code
    } else {
        Kind::UserCode
    };
    Field::new("code", kind, "Code", "off")
}
