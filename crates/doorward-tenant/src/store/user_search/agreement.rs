//! However a search goes about it, it finds what the statement finds that reads everything.

use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde_json::{Map, Value, json};
use tokio::runtime::Handle;
use tokio::task::block_in_place;

use super::tests::{T, add, fill};
use super::*;
use crate::domain::search::{parse, users::plan};
use crate::store::testing::TestStore;

/// Reads everything.
const NAIVE: Effort = Effort {
    covers: &[],
    users_for_each: 0,
    walked_for_each: 0,
    walked: 0,
};

/// Each way is gone by one of these; with the first, different conditions go different ways.
const EFFORTS: [Effort; 4] = [
    Effort {
        covers: &[2, 6, 1000],
        users_for_each: 3,
        walked_for_each: 3,
        walked: 20,
    },
    Effort {
        covers: &[1000],
        ..NAIVE
    },
    Effort {
        walked_for_each: 1000,
        walked: 1000,
        ..NAIVE
    },
    EFFORT,
];

/// What some users have, all have, and none has; a clause for every kind of comparison.
const CLAUSES: &[&str] = &[
    "user_metadata.color:red",
    "user_metadata.color:green",
    "user_metadata.color:b*",
    "user_metadata.color:*ree*",
    "user_metadata.color:bl*e",
    "user_metadata.color:[blue TO green}",
    "user_metadata.level:3",
    "user_metadata.level:[2 TO 4}",
    "user_metadata.level:>4",
    "_exists_:user_metadata.level",
    "_exists_:app_metadata",
    "_exists_:user_metadata.nothing",
    "user_metadata.tags:t1",
    "user_metadata.tags:t*",
    "name:seven",
    "seven",
    "user*",
    "email:user1*",
    "email.domain:example.com",
    "identities.connection:Users",
    "user_id:auth0|u7",
    "user_id:auth0|u1*",
    "user_id:*th0|u*9",
    "user_id:auth0|*9",
    "created_at:[2027-01-15T08:00:00.103Z TO *]",
    "created_at:{* TO 2027-01-15T08:01:50Z]",
    "logins_count:[1 TO *]",
    "last_ip:192.0.2.1",
    "blocked:true",
    "blocked:false",
    "nobody.knows:this",
];
const SORTS: &[&str] = &["created_at:1", "created_at:-1", "email:-1", "name:1"];

const USERS: i64 = 40;

/// Users who have this and that; several were made in the same moment.
fn people(db: &mut Connection<'_>) -> Result<(), StoreError> {
    const COLORS: [&str; 4] = ["red", "green", "blue", "black"];
    fill(db)?;
    for number in 0..USERS {
        let mut metadata = Map::new();
        if number % 5 > 0 {
            let color = COLORS[usize::try_from(number % 7).unwrap_or(0) % COLORS.len()];
            metadata.insert("color".into(), color.into());
        }
        if number % 3 == 0 {
            metadata.insert("level".into(), (number % 6).into());
            metadata.insert("tags".into(), json!(["t1", format!("t{}", number % 4)]));
        }
        let mut user = json!({
            "email": format!("user{number}@example.com"),
            "name": if number % 10 == 7 { "Number Seven".to_owned() } else { format!("User {number}") },
            "user_metadata": metadata,
        });
        if number % 11 == 0 {
            user["app_metadata"] = json!({ "plan": "full" });
        }
        add(db, T, &format!("u{number}"), user)?;
        if number % 4 == 0 {
            let id = format!("auth0|u{number}");
            let now = jiff::Timestamp::from_second(1_900_000_000).unwrap_or_default();
            users::record_login(db, T, &id, "192.0.2.1", now)?;
        }
    }
    Ok(())
}

fn query() -> impl Strategy<Value = String> {
    let clause = prop::sample::select(CLAUSES).prop_map(str::to_owned);
    clause.prop_recursive(3, 12, 3, |inner| {
        let some = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            some.clone()
                .prop_map(|all| format!("({})", all.join(" AND "))),
            some.prop_map(|any| format!("({})", any.join(" OR "))),
            inner.prop_map(|one| format!("(NOT {one})")),
        ]
    })
}

/// What a search answers: the ids of a page, and both ways to the total.
fn answer(
    db: &mut Connection<'_>,
    condition: &Condition<UserTest>,
    effort: Effort,
    sort: Sort,
    (start, limit): (i64, i64),
) -> Result<(Vec<String>, i64, i64), StoreError> {
    let search = Search::with(db, T, condition, effort)?;
    let page = search.page(db, sort, start, limit)?;
    let total = search.total(db, page.len(), start, limit)?;
    let ids = page.into_iter().map(|user| user.user_id).collect();
    Ok((ids, total, search.count(db)?))
}

/// A unit of work that answers as JSON, which can be compared and shown.
type Unit = Box<dyn Fn(&mut Connection<'_>) -> Result<Vec<Value>, StoreError> + Send + Sync>;

#[tokio::test(flavor = "multi_thread")]
async fn every_way_finds_the_same() {
    for test in TestStore::each().await {
        test.run(people).await;
        let case = (query(), prop::sample::select(SORTS), 0_i64..30, 0_i64..30);
        let mut runner = TestRunner::new(Config {
            cases: 400,
            failure_persistence: None,
            ..Config::default()
        });
        let run = |unit: Unit| block_in_place(|| Handle::current().block_on(test.run(unit)));
        let outcome = runner.run(&case, |(query, sort, start, limit)| {
            let answers = run(Box::new(move |db| {
                let condition = plan(&parse(&query).expect("it is a query"));
                let sort = Sort::parse(sort).expect("it is an order");
                let mut answers = Vec::new();
                for effort in std::iter::once(NAIVE).chain(EFFORTS) {
                    let answer = answer(db, &condition, effort, sort, (start, limit))?;
                    answers.push(json!(answer));
                }
                Ok(answers)
            }));
            for answer in &answers[1..] {
                prop_assert_eq!(answer, &answers[0]);
            }
            // Both ways of the naive one to its total, too.
            prop_assert_eq!(&answers[0][1], &answers[0][2]);
            Ok(())
        });
        assert!(outcome.is_ok(), "{outcome:?} on {}", test.engine);
    }
}

/// As many as a query may have. SQLite joins 500 queries to one, and no more.
#[tokio::test]
async fn the_most_alternatives_are_found_too() {
    for test in TestStore::each().await {
        test.run(people).await;
        test.run(|db| {
            // A word without a field is looked for in several.
            let nobody = (0..127).map(|number| format!("n{number}"));
            let words: Vec<String> = nobody.chain(["user1@example.com".to_owned()]).collect();
            let condition = plan(&parse(&words.join(" OR ")).unwrap());
            let sort = Sort::default();
            let naive = answer(db, &condition, NAIVE, sort, (0, 10))?;
            assert_eq!(naive.1, 1);
            for effort in EFFORTS {
                assert_eq!(answer(db, &condition, effort, sort, (0, 10))?, naive);
            }
            Ok(())
        })
        .await;
    }
}
