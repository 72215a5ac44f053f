//! Every page with pleasant, long and hostile content: what must hold for all of them.
//!
//! With `DOORWARD_GALLERY=DIR` the pages and their static files are also written there, to be
//! looked at in a browser.

use askama::Template;

use super::screens::{CodeSent, Identifier, LoginChoices, Problem, Screen};
use super::*;
use crate::login::assets;
use crate::login::brand::{Support, stylesheet};

const HOSTILE: &str = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>{{7*7}}";
const LONG: &str =
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

fn problem(field: Option<&'static str>, text: &str) -> Problem {
    Problem {
        field,
        text: text.to_owned(),
    }
}

fn choices(username: &str) -> LoginChoices {
    LoginChoices {
        identifier: Identifier::Email,
        username: username.to_owned(),
        can_sign_up: true,
        reset_connection: Some("Username-Password-Authentication".to_owned()),
        providers: Vec::new(),
    }
}

fn providers(label: &str) -> Vec<Provider> {
    vec![Provider {
        strategy: "oidc".to_owned(),
        connection: "acme".to_owned(),
        label: label.to_owned(),
    }]
}

fn rules() -> Vec<String> {
    vec![
        "At least 8 characters".to_owned(),
        "Lower case, upper case and a number".to_owned(),
    ]
}

/// All pages. `word` stands wherever text of people or of a tenant does.
fn all(brand: &Brand, word: &str) -> Vec<(&'static str, String)> {
    let shell = Shell::new(brand);
    let problems = [
        problem(Some("password"), "Wrong email or password"),
        problem(Some("code"), "The code you entered is invalid"),
        problem(Some("email"), "Please enter an email address"),
        problem(Some("re-enter-password"), "Passwords don't match"),
    ];
    let calm = Screen {
        shell,
        state: "hKFo2SB4",
        client_name: Some(word),
        problems: &[],
    };
    let wrong = Screen {
        problems: &problems,
        ..calm
    };
    let blocked = [problem(
        None,
        "Too many login attempts for this user. Please wait.",
    )];
    let alert = Screen {
        problems: &blocked,
        ..calm
    };
    let with_providers = LoginChoices {
        providers: providers(word),
        ..choices("")
    };
    let phone = LoginChoices {
        identifier: Identifier::Phone,
        ..choices("")
    };
    let forms = vec![
        ("login", calm.login(choices(""))),
        ("login-wrong", wrong.login(choices(word))),
        ("login-blocked", alert.login(with_providers.clone())),
        ("login-id", calm.login_id(with_providers)),
        ("login-id-phone", calm.login_id(phone)),
        ("login-password", calm.login_password(choices(word))),
        (
            "signup",
            calm.signup("", Some(""), rules(), providers(word)),
        ),
        (
            "signup-wrong",
            wrong.signup(word, None, rules(), Vec::new()),
        ),
        ("code-email", calm.code(CodeSent::Email(word))),
        (
            "code-sms-wrong",
            wrong.code(CodeSent::Phone("+4915112345678")),
        ),
        ("reset-request", calm.reset_request(Identifier::Email, word)),
        ("reset-password", calm.reset_password(rules())),
        ("reset-password-wrong", wrong.reset_password(rules())),
        ("verify-email", calm.verify_email(word)),
        ("unblock", calm.unblock()),
        ("logout", calm.logout()),
        ("logout-wrong", alert.logout()),
        ("confirmation", calm.confirmation(word)),
        ("device", calm.user_code("", false)),
        ("device-wrong", wrong.user_code(word, true)),
        ("device-confirm", calm.confirm_device("QTZL-MCBW")),
    ];
    let mut pages: Vec<_> = forms
        .into_iter()
        .map(|(name, form)| (name, form.render().unwrap()))
        .collect();
    pages.extend(others(shell, word));
    pages
}

fn others(shell: Shell<'_>, word: &str) -> Vec<(&'static str, String)> {
    let resend = NoticeForm {
        state: "hKFo2SB4",
        action: "resend-email-action",
        label: "Send it again",
    };
    let sent = NoticePage {
        shell,
        heading: "Check your email",
        text: format!("If {word} has an account, a link to choose a new password is on its way."),
        is_good: true,
        form: Some(resend),
        link: Some(Link {
            lead: None,
            text: "Back to login",
            href: "/u/login".to_owned(),
        }),
    };
    let used = NoticePage {
        shell,
        heading: "This link does not work any more",
        text: "This ticket was already used.".to_owned(),
        is_good: false,
        form: None,
        link: None,
    };
    let consent = ConsentPage {
        shell,
        state: "hKFo2SB4",
        alert: None,
        client_name: word,
        client_logo: None,
        user_label: word,
        audience: Some("https://api.example.com/"),
        entries: describe_scopes(
            ["profile", "email", "read:posts", "write:posts", word],
            |_| None,
        ),
    };
    let error = ErrorPage {
        shell,
        heading: "Something is wrong with this request",
        text: "The application sent you here with a request that we cannot trust.",
        error: "unauthorized_client",
        description: word,
        tracking: "6a1f0c2be49d",
    };
    let parameters = [("code", "Q1w2".to_owned()), ("state", word.to_owned())];
    let action = "https://app.example.com/callback";
    let form_post = FormPostPage {
        shell,
        action,
        parameters: &parameters,
    };
    let response = serde_json::json!({ "code": "Q1w2", "state": word }).to_string();
    let target_origin = "https://app.example.com";
    let message = WebMessagePage {
        shell,
        target_origin,
        response: &response,
    };
    vec![
        ("reset-email", sent.render().unwrap()),
        ("ticket-used", used.render().unwrap()),
        ("consent", consent.render().unwrap()),
        ("error", error.render().unwrap()),
        ("form-post", form_post.render().unwrap()),
        ("web-message", message.render().unwrap()),
    ]
}

fn brands() -> [Brand; 2] {
    let plain = Brand::plain("Acme");
    let mut chosen = Brand::plain(LONG);
    chosen.primary = "#ffd400".parse().unwrap();
    chosen.page_background = Some("#123b2a".parse().unwrap());
    chosen.support = Some(Support::Email("help@example.com".to_owned()));
    [plain, chosen]
}

#[test]
fn text_of_others_is_printed_as_text() {
    let mut brand = Brand::plain(HOSTILE);
    brand.logo_url = Some(HOSTILE.to_owned());
    brand.support = Some(Support::Page(HOSTILE.to_owned()));
    for (name, html) in all(&brand, HOSTILE) {
        assert!(!html.contains("<script>"), "{name}: {html}");
        assert!(!html.contains("<img src=x"), "{name}");
        assert!(!html.contains("onerror='"), "{name}");
    }
}

#[test]
fn no_page_needs_inline_script_or_style() {
    for (name, html) in all(&brands()[1], "Ada") {
        assert!(
            !html.contains("<style") && !html.contains(" style="),
            "{name}"
        );
        assert!(
            !html.contains(" onclick=") && !html.contains("javascript:"),
            "{name}"
        );
        for script in html.split("<script").skip(1) {
            assert!(script.starts_with(" src=\"/u/assets/"), "{name}");
        }
    }
}

#[test]
fn every_page_has_a_language_a_title_and_one_heading() {
    for (name, html) in all(&brands()[0], "Ada") {
        assert!(html.contains("<html lang=\"en\">"), "{name}");
        assert!(
            html.contains("· Acme</title>") || name == "web-message",
            "{name}"
        );
        let headings = html.matches("<h1>").count();
        assert_eq!(headings, usize::from(name != "web-message"), "{name}");
    }
}

#[test]
fn every_visible_input_has_a_label_and_says_how_to_fill_it() {
    for (name, html) in all(&brands()[0], "Ada") {
        for input in html.split("<input").skip(1) {
            let input = input.split('>').next().unwrap();
            if input.contains("type=\"hidden\"") {
                continue;
            }
            let id = input
                .split("id=\"")
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap();
            assert!(
                html.contains(&format!("<label for=\"{id}\">")),
                "{name}: {id}"
            );
            assert!(input.contains("autocomplete=\""), "{name}: {id}");
            let Some(described) = input.split("aria-describedby=\"").nth(1) else {
                continue;
            };
            for described in described.split('"').next().unwrap().split(' ') {
                assert!(
                    html.contains(&format!("id=\"{described}\"")),
                    "{name}: {described}"
                );
            }
        }
    }
}

#[test]
fn the_names_that_end_to_end_suites_look_for_are_there() {
    let pages = all(&brands()[0], "Ada");
    let page = |name: &str| &pages.iter().find(|(known, _)| *known == name).unwrap().1;
    let login = page("login");
    for part in [
        "id=\"username\" name=\"username\"",
        "id=\"password\" name=\"password\"",
        "name=\"state\" value=\"hKFo2SB4\"",
        "type=\"submit\" name=\"action\" value=\"default\" data-action-button-primary=\"true\"",
        "href=\"/u/signup?state=hKFo2SB4\"",
    ] {
        assert!(login.contains(part), "{part} in {login}");
    }
    let error = "<span class=\"ulp-input-error-message\" id=\"error-element-password\"";
    assert!(page("login-wrong").contains(error));
    assert!(page("login-blocked").contains("id=\"prompt-alert\""));
    assert!(page("code-email").contains("id=\"code\" name=\"code\""));
    assert!(page("consent").contains("name=\"action\" value=\"deny\""));
}

#[test]
fn passwords_are_never_printed() {
    let shell_brand = Brand::plain("Acme");
    let screen = Screen {
        shell: Shell::new(&shell_brand),
        state: "s",
        client_name: None,
        problems: &[],
    };
    for page in [screen.login(choices("ada")), screen.reset_password(rules())] {
        for field in &page.fields {
            assert!(field.kind != Kind::Password || field.value.is_empty());
        }
    }
}

#[test]
fn the_gallery_is_written_where_asked_for() {
    let Some(dir) = std::env::var_os("DOORWARD_GALLERY").map(std::path::PathBuf::from) else {
        return;
    };
    std::fs::create_dir_all(&dir).unwrap();
    for (index, brand) in brands().iter().enumerate() {
        let word = ["Ada Lovelace", LONG][index];
        for (name, html) in all(brand, word) {
            let html = inlined(html, brand);
            std::fs::write(dir.join(format!("{name}-{index}.html")), html).unwrap();
        }
    }
}

/// The page with its stylesheets inside, so that it can be opened as a file.
fn inlined(html: String, brand: &Brand) -> String {
    let path = brand.stylesheet_path();
    let colours = stylesheet(path.rsplit('/').next().unwrap()).unwrap();
    let shared = &*assets::STYLESHEET;
    html.replace(
        &format!("<link rel=\"stylesheet\" href=\"{}\">", shared.path),
        &format!("<style>{}</style>", shared.body),
    )
    .replace(
        &format!("<link rel=\"stylesheet\" href=\"{path}\">"),
        &format!("<style>{colours}</style>"),
    )
}
