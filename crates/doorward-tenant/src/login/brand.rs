//! How a tenant wants its pages to look, made readable whatever it asked for.
//!
//! A tenant chooses a primary colour and a page background without knowing where text will stand on
//! them. Every colour that carries text is therefore derived here, so that it keeps the contrast of
//! WCAG 2.2 (1.4.3: 4.5 to 1) in the light and in the dark scheme.

use std::fmt;
use std::str::FromStr;

/// What pages show of their tenant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brand {
    /// The tenant's `friendly_name`, else its host name.
    pub(crate) name: String,
    /// `https` address of the logo; without one the name is shown.
    pub(crate) logo_url: Option<String>,
    /// `https` address of the icon in the browser's tab.
    pub(crate) favicon_url: Option<String>,
    /// `branding.colors.primary`.
    pub(crate) primary: Colour,
    /// `branding.colors.page_background`; without one the pages follow the light or dark scheme.
    pub(crate) page_background: Option<Colour>,
    /// `support_email` or `support_url` of the tenant, where the error page sends people.
    pub(crate) support: Option<Support>,
}

/// Where people find help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Support {
    /// `support_url`.
    Page(String),
    /// `support_email`.
    Email(String),
}

impl Brand {
    /// A tenant that chose nothing but its name.
    pub(crate) fn plain(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            logo_url: None,
            favicon_url: None,
            primary: Colour::DEFAULT_PRIMARY,
            page_background: None,
            support: None,
        }
    }

    /// Path of the stylesheet with this tenant's colours. It changes when they do.
    pub(crate) fn stylesheet_path(&self) -> String {
        match self.page_background {
            Some(background) => format!("/u/brand/{}-{background}.css", self.primary),
            None => format!("/u/brand/{}.css", self.primary),
        }
    }
}

/// The stylesheet that [`Brand::stylesheet_path`] names, from the last segment of that path.
///
/// It depends on nothing but the path, so that browsers may keep it for ever, and pages need
/// neither inline style nor a nonce. `None` for a path that no brand has.
pub(crate) fn stylesheet(file_name: &str) -> Option<String> {
    let colours = file_name.strip_suffix(".css")?;
    let (primary, background) = match colours.split_once('-') {
        Some((primary, background)) => (primary.parse().ok()?, Some(background.parse().ok()?)),
        None => (colours.parse().ok()?, None),
    };
    Some(render(primary, background))
}

fn render(primary: Colour, background: Option<Colour>) -> String {
    let mut css = scheme(primary, Colour::LIGHT_CARD);
    css.insert_str(0, ":root{");
    css.push_str("}\n@media (prefers-color-scheme:dark){:root{");
    css.push_str(&scheme(primary, Colour::DARK_CARD));
    css.push_str("}}\n");
    if let Some(background) = background {
        let text = background.text_on();
        css.push_str(&format!(
            "body{{--page:#{background};--page-text:#{text};--page-muted:#{text}}}\n"
        ));
    }
    css
}

fn scheme(primary: Colour, card: Colour) -> String {
    format!(
        "--brand:#{primary};--brand-text:#{};--link:#{};--ring:#{}",
        primary.text_on(),
        primary.readable_on(card, 4.5),
        primary.readable_on(card, 3.0),
    )
}

/// An opaque sRGB colour. On the wire `#rrggbb`; in paths without the `#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Colour([u8; 3]);

/// The text is not a colour of the form `#rgb` or `#rrggbb`.
#[derive(Debug, thiserror::Error)]
#[error("not a colour")]
pub(crate) struct NotAColour;

impl Colour {
    /// A calm blue for tenants that chose none.
    pub(crate) const DEFAULT_PRIMARY: Self = Self([0x00, 0x59, 0xd6]);
    const LIGHT_CARD: Self = Self([0xff, 0xff, 0xff]);
    const DARK_CARD: Self = Self([0x1b, 0x1e, 0x26]);
    const BLACK: Self = Self([0, 0, 0]);
    const WHITE: Self = Self([0xff, 0xff, 0xff]);

    /// Black or white, whichever is easier to read on this colour. One of them always has 4.5 to 1.
    pub(crate) fn text_on(self) -> Self {
        if self.contrast(Self::WHITE) >= 4.5 {
            Self::WHITE
        } else {
            Self::BLACK
        }
    }

    /// This colour, moved towards black or white until it has `ratio` on `background`.
    fn readable_on(self, background: Self, ratio: f64) -> Self {
        let towards = background.text_on();
        (0..=20)
            .map(|step| self.mix(towards, f64::from(step) / 20.0))
            .find(|colour| colour.contrast(background) >= ratio)
            .unwrap_or(towards)
    }

    fn mix(self, other: Self, share: f64) -> Self {
        let mut mixed = self.0;
        for (channel, towards) in mixed.iter_mut().zip(other.0) {
            let value = f64::from(*channel) * (1.0 - share) + f64::from(towards) * share;
            *channel = value.round() as u8;
        }
        Self(mixed)
    }

    /// WCAG 2.2, "contrast ratio": 1 for equal colours to 21 for black and white.
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(NotAColour);
        }
        let number = u32::from_str_radix(digits, 16).map_err(|_| NotAColour)?;
        match digits.len() {
            6 => Ok(Self([
                (number >> 16) as u8,
                (number >> 8) as u8,
                number as u8,
            ])),
            // `#abc` is short for `#aabbcc`.
            3 => Ok(Self(
                [8, 4, 0].map(|shift| ((number >> shift) & 0xf) as u8 * 0x11),
            )),
            _ => Err(NotAColour),
        }
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn text_on_any_colour_is_readable(channels in any::<[u8; 3]>()) {
            let colour = Colour(channels);
            prop_assert!(colour.contrast(colour.text_on()) >= 4.5);
        }

        #[test]
        fn links_of_any_colour_are_readable_in_both_schemes(channels in any::<[u8; 3]>()) {
            for card in [Colour::LIGHT_CARD, Colour::DARK_CARD] {
                prop_assert!(Colour(channels).readable_on(card, 4.5).contrast(card) >= 4.5);
            }
        }

        #[test]
        fn a_path_that_no_brand_has_yields_no_stylesheet(name in "\\PC{0,40}") {
            if let Some(css) = stylesheet(&name) {
                prop_assert!(css.is_ascii() && name.ends_with(".css"));
            }
        }
    }

    #[test]
    fn the_stylesheet_of_a_brand_is_found_under_its_path() {
        let mut brand = Brand::plain("Acme");
        brand.primary = "#0a8".parse().unwrap();
        brand.page_background = Some("#102030".parse().unwrap());
        let path = brand.stylesheet_path();
        assert_eq!(path, "/u/brand/00aa88-102030.css");
        let css = stylesheet(path.rsplit('/').next().unwrap()).unwrap();
        assert!(
            css.contains("--brand:#00aa88;--brand-text:#000000"),
            "{css}"
        );
        assert!(css.contains("--page:#102030;--page-text:#ffffff"), "{css}");
    }

    #[test]
    fn what_is_not_a_colour_is_refused() {
        for text in [
            "", "#", "red", "#12", "#1234567", "#12345g", "+12345", "#+1234",
        ] {
            assert!(text.parse::<Colour>().is_err(), "{text}");
        }
    }
}
