//! Searching users: what of a user is indexed, and how a query becomes a condition over it.
//!
//! Most attributes are rows of a table of terms, `(field, term)` for each value; a few are columns of
//! the user's own row. Why that is cheap: an exact value, a prefix and a range are each a range of
//! the index `(tenant, field, term, user)`, of which exactly the matching entries are read; numbers
//! have the same with `(tenant, field, number, user)`. Only a wildcard at the start or in the middle
//! reads all values of one field of one tenant, and nothing ever reads a user's document.
//!
//! Source: Management API, `users.list`.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::moment::Span;
use super::{Bound, Condition, Pattern, Query, Test, TextTest};
use crate::domain::user::{Identity, User};

/// Fields whose case does not matter.
const CASELESS: &[&str] = &[
    "email",
    "email.domain",
    "name",
    "given_name",
    "family_name",
    "nickname",
];
/// What a term without a field is looked for in.
const BARE: &[&str] = &["email", "name", "given_name", "family_name", "nickname"];
/// Fields of several words, found by each of them. The words stand in a field of their own, so that
/// the whole value stays one entry, by which users can be sorted.
const OF_WORDS: &[&str] = &["name", "given_name", "family_name", "nickname"];
const WORDS: &str = "#word";
/// Fields that hold what applications put there: texts, numbers, truth values, objects.
const FREE_FORM: &[&str] = &["user_metadata", "app_metadata", "identities.profileData"];

/// The longest term that is kept, in bytes; longer values are found by this much of their beginning.
/// An index entry of PostgreSQL must stay below 2,700 bytes.
const MAX_TERM_BYTES: usize = 512;
/// The longest path of a field, in bytes.
const MAX_FIELD_BYTES: usize = 256;
/// How many values of one user are indexed: of the profile, of linked profiles and of each kind of metadata as many. What
/// users write themselves takes nothing away from what applications write about them.
const MAX_TERMS: usize = 1000;

/// One indexed value of a user.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Term {
    /// The path, dotted, without the levels of arrays.
    pub(crate) field: String,
    /// The value as text, in the case in which it is compared.
    pub(crate) term: String,
    /// The value, if it is a number.
    pub(crate) number: Option<f64>,
}

/// A comparison that the store can do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum UserTest {
    /// Some term of one of these fields passes. A range is one of texts: terms that are numbers are
    /// not in it.
    Term {
        /// At least one.
        fields: Vec<String>,
        /// What the term must be.
        test: TextTest,
    },
    /// There is a term of any field below this one: the object is not empty.
    Below(String),
    /// Some number of this field lies between these.
    Number {
        /// The field.
        field: String,
        /// The lower end; `true` when it belongs to the range.
        from: Option<(f64, bool)>,
        /// The upper end.
        to: Option<(f64, bool)>,
    },
    /// A text column of the user's row passes.
    Text(TextColumn, TextTest),
    /// An integer column of the user's row lies in the span; `None` is "has a value".
    Integer(IntegerColumn, Option<Span>),
    /// The user is blocked, or is not.
    Blocked(bool),
}

/// Text columns of a user's row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextColumn {
    /// `user_id`.
    UserId,
    /// `last_ip`.
    LastIp,
}

/// Integer columns of a user's row; moments are in milliseconds since 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IntegerColumn {
    /// `created_at`.
    CreatedAt,
    /// `updated_at`.
    UpdatedAt,
    /// `last_login`.
    LastLogin,
    /// `logins_count`, which counts as missing while it is 0.
    LoginsCount,
}

/// Turns a query into a condition. Fields that nobody has match nobody.
pub(crate) fn plan(query: &Query) -> Condition<UserTest> {
    Condition::plan(query, &plan_leaf)
}

fn plan_leaf(field: Option<&str>, test: Option<&Test>) -> Condition<UserTest> {
    let Some(field) = field else {
        let fields = BARE.iter().flat_map(|field| with_words(field)).collect();
        return Condition::Is(UserTest::Term {
            fields,
            test: TextTest::of(test, caseless),
        });
    };
    let text = |column| Condition::Is(UserTest::Text(column, TextTest::of(test, str::to_owned)));
    let moment = |column| match test {
        None => Condition::Is(UserTest::Integer(column, None)),
        Some(test) => Span::of(test).map_or(Condition::Nothing, |span| {
            Condition::Is(UserTest::Integer(column, Some(span)))
        }),
    };
    match field {
        "user_id" => text(TextColumn::UserId),
        "last_ip" => text(TextColumn::LastIp),
        "created_at" => moment(IntegerColumn::CreatedAt),
        "updated_at" => moment(IntegerColumn::UpdatedAt),
        "last_login" => moment(IntegerColumn::LastLogin),
        "logins_count" => plan_logins_count(test),
        "blocked" => match TextTest::of(test, str::to_owned) {
            TextTest::Any => Condition::Is(UserTest::Blocked(true)),
            TextTest::Equals(value) if value == "true" => Condition::Is(UserTest::Blocked(true)),
            TextTest::Equals(value) if value == "false" => Condition::Is(UserTest::Blocked(false)),
            _ => Condition::Nothing,
        },
        field if is_free_form(field) => plan_free_form(field, test),
        field if CASELESS.contains(&field) => Condition::Is(UserTest::Term {
            fields: with_words(field),
            test: TextTest::of(test, caseless),
        }),
        field => term(field, TextTest::of(test, stored)),
    }
}

fn with_words(field: &str) -> Vec<String> {
    let mut fields = vec![field.to_owned()];
    if OF_WORDS.contains(&field) {
        fields.push(format!("{field}{WORDS}"));
    }
    fields
}

fn term(field: &str, test: TextTest) -> Condition<UserTest> {
    Condition::Is(UserTest::Term {
        fields: vec![field.to_owned()],
        test,
    })
}

fn plan_logins_count(test: Option<&Test>) -> Condition<UserTest> {
    let between = |span| Condition::Is(UserTest::Integer(IntegerColumn::LoginsCount, span));
    let number = |text: &str| text.parse::<i64>().ok();
    let word = match test {
        None => return between(None),
        Some(Test::Phrase(text)) => number(text),
        Some(Test::Word(pattern)) => pattern.literal().and_then(number),
        Some(Test::Range { from, to }) => {
            return plan_logins_range(from, to)
                .map_or(Condition::Nothing, |span| between(Some(span)));
        }
    };
    word.map_or(Condition::Nothing, |count| {
        between(Some(Span {
            from: Some(count),
            until: Some(count.saturating_add(1)),
        }))
    })
}

fn plan_logins_range(from: &Bound, to: &Bound) -> Option<Span> {
    let end = |bound: &Bound, add_if: bool| match bound.text() {
        None => Some(None),
        Some((text, is_inclusive)) => {
            let number: i64 = text.parse().ok()?;
            Some(Some(
                number.saturating_add(i64::from(is_inclusive == add_if)),
            ))
        }
    };
    Some(Span {
        from: end(from, false)?,
        until: end(to, true)?,
    })
}

/// Metadata: numbers compare as numbers, the rest as text, and a whole object is there when anything
/// in it is.
fn plan_free_form(field: &str, test: Option<&Test>) -> Condition<UserTest> {
    let as_text = term(field, TextTest::of(test, stored));
    match test {
        None => Condition::Or(vec![
            as_text,
            Condition::Is(UserTest::Below(format!("{field}."))),
        ]),
        Some(Test::Word(pattern)) => match literal_number(pattern) {
            Some(number) => {
                let exactly = Some((number, true));
                let as_number = UserTest::Number {
                    field: field.to_owned(),
                    from: exactly,
                    to: exactly,
                };
                Condition::Or(vec![as_text, Condition::Is(as_number)])
            }
            None => as_text,
        },
        Some(Test::Range { from, to }) => match (number_end(from), number_end(to)) {
            (Some(from), Some(to)) if from.is_some() || to.is_some() => {
                let as_number = UserTest::Number {
                    field: field.to_owned(),
                    from,
                    to,
                };
                // `2020` may also be the beginning of a date, which is a text.
                Condition::Or(vec![Condition::Is(as_number), as_text])
            }
            _ => as_text,
        },
        Some(Test::Phrase(_)) => as_text,
    }
}

fn literal_number(pattern: &Pattern) -> Option<f64> {
    finite(pattern.literal()?)
}

/// `None` when the end is there and no number.
fn number_end(bound: &Bound) -> Option<Option<(f64, bool)>> {
    match bound.text() {
        None => Some(None),
        Some((text, is_inclusive)) => Some(Some((finite(text)?, is_inclusive))),
    }
}

/// A decimal number; not `inf` and `nan`, which are words.
fn finite(text: &str) -> Option<f64> {
    text.parse().ok().filter(|number: &f64| number.is_finite())
}

fn is_free_form(field: &str) -> bool {
    FREE_FORM.iter().any(|root| {
        field
            .strip_prefix(root)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    })
}

/// Everything of a user that is indexed as terms, each once, in order.
pub(crate) fn terms(user: &User) -> Vec<Term> {
    let mut terms = Terms::default();
    let profile = &user.profile;
    if let Some(email) = &profile.email {
        terms.text("email", caseless(email));
        terms.text("email_verified", profile.email_verified.to_string());
        if let Some((_, domain)) = email.rsplit_once('@') {
            terms.text("email.domain", caseless(domain));
        }
    }
    for (field, value) in [
        ("name", profile.name()),
        ("nickname", profile.nickname()),
        ("given_name", profile.given_name.clone()),
        ("family_name", profile.family_name.clone()),
    ] {
        if let Some(value) = value {
            terms.words(field, &caseless(&value));
        }
    }
    if let Some(username) = &profile.username {
        terms.text("username", stored(username));
    }
    if let Some(number) = &profile.phone_number {
        terms.text("phone_number", stored(number));
        terms.text(
            "phone_verified",
            profile.phone_verified.unwrap_or(false).to_string(),
        );
    }
    terms.more();
    for identity in &user.identities {
        terms.identity(identity);
    }
    for (field, metadata) in [
        ("user_metadata", &user.user_metadata),
        ("app_metadata", &user.app_metadata),
    ] {
        if let Some(metadata) = metadata {
            terms.more();
            terms.members(field, metadata);
        }
    }
    terms.into_list()
}

/// Terms by field and text, so that each is there once.
#[derive(Default)]
struct Terms {
    all: BTreeMap<(String, String), Option<f64>>,
    /// How many there were before the part that is indexed now.
    before: usize,
}

impl Terms {
    /// Begins another part, with a limit of its own.
    fn more(&mut self) {
        self.before = self.all.len();
    }

    fn insert(&mut self, field: &str, term: String, number: Option<f64>) {
        if self.all.len() - self.before < MAX_TERMS && field.len() <= MAX_FIELD_BYTES {
            // A list may hold both 1 and "1": the number is what can be compared.
            let known = self.all.entry((field.to_owned(), term)).or_default();
            *known = number.or(*known);
        }
    }

    fn text(&mut self, field: &str, term: String) {
        self.insert(field, term, None);
    }

    /// The whole text, and each of several words: a name is found by its parts.
    fn words(&mut self, field: &str, text: &str) {
        self.text(field, text.to_owned());
        for word in text.split_whitespace().filter(|word| *word != text) {
            self.text(&format!("{field}{WORDS}"), word.to_owned());
        }
    }

    fn identity(&mut self, identity: &Identity) {
        self.text("identities.provider", stored(&identity.provider));
        self.text("identities.connection", stored(&identity.connection));
        self.text("identities.user_id", stored(&identity.identity_id));
        self.text("identities.isSocial", identity.is_social().to_string());
        if let Some(profile) = &identity.profile {
            self.members("identities.profileData", profile);
        }
    }

    fn members(&mut self, field: &str, object: &Map<String, Value>) {
        for (name, value) in object {
            self.value(&format!("{field}.{name}"), value);
        }
    }

    /// `null`, `{}` and `[]` leave nothing behind; an array's items stand under the array's name.
    fn value(&mut self, field: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Bool(flag) => self.text(field, flag.to_string()),
            Value::Number(number) => self.insert(field, number.to_string(), number.as_f64()),
            Value::String(text) => self.text(field, stored(text)),
            Value::Array(items) => items.iter().for_each(|item| self.value(field, item)),
            Value::Object(object) => self.members(field, object),
        }
    }

    fn into_list(self) -> Vec<Term> {
        let term = |((field, term), number)| Term {
            field,
            term,
            number,
        };
        self.all.into_iter().map(term).collect()
    }
}

fn caseless(text: &str) -> String {
    stored(&text.to_lowercase())
}

/// A text as it is kept and compared: cut, and without the one character that PostgreSQL's texts
/// cannot have.
fn stored(text: &str) -> String {
    text[..text.floor_char_boundary(MAX_TERM_BYTES)].replace('\0', "")
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use crate::domain::profile::Profile;
    use jiff::Timestamp;
    use serde_json::json;

    fn jane() -> User {
        User {
            user_id: "auth0|1".into(),
            profile: Profile {
                email: Some("Jane@Example.com".into()),
                name: Some("Jane Smith".into()),
                ..Profile::default()
            },
            user_metadata: json!({ "Color": "Blue", "age": 41.5, "tags": ["a", { "deep": true }], "none": null, "void": {} })
                .as_object()
                .cloned(),
            app_metadata: None,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
            last_login: None,
            last_ip: None,
            logins_count: 0,
            last_password_reset: None,
            is_blocked: false,
            identities: Vec::new(),
        }
    }

    fn indexed(user: &User) -> Vec<String> {
        terms(user)
            .into_iter()
            .map(|term| format!("{}={}", term.field, term.term))
            .collect()
    }

    #[track_caller]
    fn check(query: &str, expected: Condition<UserTest>) {
        assert_eq!(plan(&parse(query).unwrap()), expected, "{query}");
    }

    fn is(field: &str, test: TextTest) -> Condition<UserTest> {
        term(field, test)
    }

    #[test]
    fn a_user_is_found_by_these_terms() {
        assert_eq!(
            indexed(&jane()),
            [
                "email=jane@example.com",
                "email.domain=example.com",
                "email_verified=false",
                "name=jane smith",
                "name#word=jane",
                "name#word=smith",
                "nickname=jane",
                "user_metadata.Color=Blue",
                "user_metadata.age=41.5",
                "user_metadata.tags=a",
                "user_metadata.tags.deep=true",
            ]
        );
        assert_eq!(terms(&jane())[8].number, Some(41.5));
    }

    #[test]
    fn an_index_entry_has_a_limit() {
        let mut user = jane();
        user.user_metadata = json!({ "a": "é".repeat(1000), "b".repeat(300): 1 })
            .as_object()
            .cloned();
        let terms = terms(&user);
        assert!(
            terms
                .iter()
                .all(|term| term.term.len() <= MAX_TERM_BYTES && term.field.len() < 300)
        );
        let long = format!("user_metadata.a:{}", "é".repeat(1000));
        check(
            &long,
            is("user_metadata.a", TextTest::Equals("é".repeat(256))),
        );
        let many: Map<String, Value> = (0..5000).map(|n| (n.to_string(), json!(n))).collect();
        user.user_metadata = Some(many);
        let profile = 7;
        assert_eq!(super::terms(&user).len(), profile + MAX_TERMS);
        user.app_metadata = json!({ "plan": "full" }).as_object().cloned();
        let is_plan = |term: &Term| term.field == "app_metadata.plan";
        assert!(super::terms(&user).iter().any(is_plan));
    }

    #[test]
    fn profile_fields_ignore_case_and_the_others_do_not() {
        check("email:JANE*", is("email", TextTest::Prefix("jane".into())));
        let name = UserTest::Term {
            fields: vec!["name".into(), "name#word".into()],
            test: TextTest::Equals("jane smith".into()),
        };
        check(r#"name:"Jane Smith""#, Condition::Is(name));
        check(
            "username:Jane",
            is("username", TextTest::Equals("Jane".into())),
        );
        check(
            "user_metadata.x:*Blue",
            is(
                "user_metadata.x",
                TextTest::Pattern(vec!["".into(), "Blue".into()]),
            ),
        );
        check(
            "user_id:auth0|1",
            Condition::Is(UserTest::Text(
                TextColumn::UserId,
                TextTest::Equals("auth0|1".into()),
            )),
        );
    }

    #[test]
    fn a_bare_term_means_the_profile() {
        let fields = BARE.iter().flat_map(|field| with_words(field)).collect();
        check(
            "Jane",
            Condition::Is(UserTest::Term {
                fields,
                test: TextTest::Equals("jane".into()),
            }),
        );
    }

    #[test]
    fn metadata_compares_numbers_as_numbers() {
        let number = |from, to| {
            Condition::Is(UserTest::Number {
                field: "app_metadata.n".into(),
                from,
                to,
            })
        };
        let text = |from, to| is("app_metadata.n", TextTest::Range { from, to });
        check(
            "app_metadata.n:[1 TO 5}",
            Condition::Or(vec![
                number(Some((1.0, true)), Some((5.0, false))),
                text(Bound::Inclusive("1".into()), Bound::Exclusive("5".into())),
            ]),
        );
        check(
            "app_metadata.n:30.0",
            Condition::Or(vec![
                is("app_metadata.n", TextTest::Equals("30.0".into())),
                number(Some((30.0, true)), Some((30.0, true))),
            ]),
        );
        let words = text(Bound::Inclusive("a".into()), Bound::Inclusive("c".into()));
        check("app_metadata.n:[a TO c]", words);
        check(
            "app_metadata.n:nan",
            is("app_metadata.n", TextTest::Equals("nan".into())),
        );
    }

    #[test]
    fn columns_of_the_row_compare_by_their_type() {
        let count = |from, until| {
            Condition::Is(UserTest::Integer(
                IntegerColumn::LoginsCount,
                Some(Span { from, until }),
            ))
        };
        check("logins_count:3", count(Some(3), Some(4)));
        check("logins_count:[2 TO 5]", count(Some(2), Some(6)));
        check("logins_count:{2 TO 5}", count(Some(3), Some(5)));
        check(
            "logins_count:>9223372036854775807",
            count(Some(i64::MAX), None),
        );
        check("logins_count:x", Condition::Nothing);
        check("blocked:true", Condition::Is(UserTest::Blocked(true)));
        let day = Span {
            from: Some(0),
            until: Some(86_400_000),
        };
        check(
            "created_at:1970-01-01",
            Condition::Is(UserTest::Integer(IntegerColumn::CreatedAt, Some(day))),
        );
        check("last_login:never", Condition::Nothing);
    }

    #[test]
    fn existence_of_columns_values_and_whole_objects() {
        check("_exists_:username", is("username", TextTest::Any));
        check(
            "NOT _exists_:logins_count",
            Condition::Not(Box::new(Condition::Is(UserTest::Integer(
                IntegerColumn::LoginsCount,
                None,
            )))),
        );
        check(
            "_exists_:app_metadata",
            Condition::Or(vec![
                is("app_metadata", TextTest::Any),
                Condition::Is(UserTest::Below("app_metadata.".into())),
            ]),
        );
    }
}
