//! Text messages.

use super::{Channel, Message};

/// What a connection says when it has no template of its own.
const DEFAULT_TEMPLATE: &str = "Your verification code is: @@password@@";

/// The text message with a one-time code. `template` is the connection's `options.template`, in
/// either of its syntaxes: `@@password@@`, or `{{ password }}` and `{{ code }}`.
pub(crate) fn text_of(template: Option<&str>, to: &str, code: &str) -> Message {
    let template = template
        .filter(|text| !text.trim().is_empty())
        .unwrap_or(DEFAULT_TEMPLATE);
    let macros = [
        "@@password@@",
        "{{ password }}",
        "{{password}}",
        "{{ code }}",
        "{{code}}",
    ];
    let text = macros
        .iter()
        .fold(template.to_owned(), |text, name| text.replace(name, code));
    Message {
        channel: Channel::Sms,
        to: to.to_owned(),
        subject: String::new(),
        text,
        html: String::new(),
        code: Some(code.to_owned()),
        link: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_may_use_either_syntax() {
        let text = |template| text_of(template, "+491", "042").text;
        assert_eq!(text(None), "Your verification code is: 042");
        assert_eq!(text(Some("Code @@password@@!")), "Code 042!");
        assert_eq!(text(Some("{{ code }} or {{password}}")), "042 or 042");
        assert_eq!(text(Some("  ")), "Your verification code is: 042");
    }
}
