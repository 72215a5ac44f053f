//! What is found, on both engines.

use super::*;
use crate::domain::search::{parse, users::plan};
use crate::domain::user::{Document, LoginIdentifier};
use crate::store::connections::ConnectionRow;
use crate::store::testing::TestStore;
use crate::store::{connections, identities, user_changes};
use jiff::Timestamp;
use serde_json::{Map, Value, json};

pub(super) const T: &str = "tenant";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn object(value: Value) -> Map<String, Value> {
    value.as_object().cloned().unwrap()
}

pub(super) fn add(
    db: &mut Connection<'_>,
    tenant: &str,
    id: &str,
    document: Value,
) -> Result<Option<User>, StoreError> {
    let document = Document::read(object(document));
    let second = id.bytes().map(i64::from).sum();
    users::insert(
        db,
        tenant,
        &users::NewUser {
            provider: "auth0",
            identity_id: id,
            connection_id: "con_1",
            connection_name: "Users",
            identifiers: &LoginIdentifier::of(&document.profile),
            document: &document,
            is_blocked: id == "b",
            password_hash: None,
            now: at(second),
        },
    )
}

/// Three users, a connection, and a user of another tenant with the same attributes.
pub(super) fn fill(db: &mut Connection<'_>) -> Result<(), StoreError> {
    for tenant in [T, "other"] {
        let connection = ConnectionRow {
            id: "con_1".into(),
            name: "Users".into(),
            strategy: "auth0".into(),
            document: Map::new(),
            secrets: None,
            created_at: at(0),
        };
        connections::insert(db, tenant, &connection)?;
    }
    let jane = json!({
        "email": "jane@example.com", "name": "Jane Smith", "username": "JS", "email_verified": true,
        "user_metadata": { "color": "Blue", "age": 41, "tags": ["x", "y_z"] },
        "app_metadata": { "plan": { "name": "full" }, "since": "2020-05-01" },
    });
    add(db, T, "a", jane.clone())?;
    add(db, "other", "a", jane)?;
    add(
        db,
        T,
        "b",
        json!({ "email": "bob@example.org", "nickname": "bo%b", "user_metadata": { "age": 7.5 } }),
    )?;
    add(
        db,
        T,
        "c",
        json!({ "email": "carol@example.com", "family_name": "Smith", "app_metadata": {} }),
    )?;
    users::record_login(db, T, "auth0|a", "192.0.2.1", at(1000))?;
    Ok(())
}

/// The ids of those found, without `auth0|`, in order.
fn found(db: &mut Connection<'_>, q: &str, sort: &str) -> Result<String, StoreError> {
    let condition = plan(&parse(q).unwrap());
    let sort = Sort::parse(sort).unwrap_or_default();
    let search = Search::plan(db, T, &condition)?;
    let page = search.page(db, sort, 0, 10)?;
    assert_eq!(search.count(db)?, page.len() as i64, "{q}");
    Ok(page
        .iter()
        .map(|user| &user.user_id["auth0|".len()..])
        .collect())
}

#[tokio::test]
async fn a_query_finds_who_it_describes_on_both_engines() {
    for test in TestStore::each().await {
        test.run(fill).await;
        for (q, expected) in [
            ("", "abc"),
            ("email:JANE@example.com", "a"),
            ("email.domain:example.com", "ac"),
            ("email:*example.com", "ac"),
            ("email:b*", "b"),
            (r#"name:"jane smith""#, "a"),
            ("name:smith", "a"),
            ("smith", "ac"),
            ("jane OR carol", "ac"),
            ("bob@example.org", "b"),
            ("username:JS", "a"),
            ("username:js", ""),
            (r"nickname:bo\%*", "b"),
            ("nickname:b*%b", "b"),
            ("nickname:b*_xb", ""),
            ("email_verified:true", "a"),
            ("email_verified:false", "bc"),
            ("blocked:true", "b"),
            ("NOT blocked:true", "ac"),
            ("user_metadata.color:Blue", "a"),
            ("user_metadata.color:blue", ""),
            ("user_metadata.tags:y_z", "a"),
            ("user_metadata.age:41.0", "a"),
            ("user_metadata.age:[7 TO 41}", "b"),
            ("user_metadata.age:>7", "ab"),
            ("app_metadata.plan.name:full", "a"),
            ("app_metadata.since:[2020 TO 2021]", "a"),
            ("_exists_:app_metadata", "a"),
            ("_exists_:user_metadata.age", "ab"),
            ("NOT _exists_:logins_count", "bc"),
            ("logins_count:[1 TO *]", "a"),
            ("last_login:[2027 TO *]", "a"),
            ("NOT last_login:[2027 TO *]", "bc"),
            ("last_login:{* TO 2027}", ""),
            ("last_ip:192.0.2.*", "a"),
            ("NOT last_ip:192.0.2.1", "bc"),
            ("user_id:auth0|c", "c"),
            ("identities.connection:Users AND NOT name:jane*", "bc"),
            ("identities.isSocial:false", "abc"),
            ("identities.user_id:b", "b"),
            ("nobody.knows:this", ""),
            ("-nobody.knows:this", "abc"),
            ("created_at:[* TO 2000]", ""),
            ("family_name:sm*th AND email:c*", "c"),
        ] {
            let ids = test.run(move |db| found(db, q, "")).await;
            assert_eq!(ids, expected, "{q} on {}", test.engine);
        }
    }
}

#[tokio::test]
async fn pages_have_an_order() {
    for test in TestStore::each().await {
        test.run(fill).await;
        for (sort, expected) in [
            ("created_at:1", "abc"),
            ("created_at:-1", "cba"),
            ("email:1", "bca"),
            ("name:1", "bca"),
            ("logins_count:-1", "a"),
            ("user_id:-1", "cba"),
        ] {
            let mut ids = test.run(move |db| found(db, "", sort)).await;
            if sort == "logins_count:-1" {
                ids.truncate(1);
            }
            assert!(
                expected.starts_with(&ids),
                "{sort} gave {ids} on {}",
                test.engine
            );
        }
        assert!(Sort::parse("user_metadata.age:1").is_none() && Sort::parse("email:2").is_none());
    }
}

#[tokio::test]
async fn a_number_that_becomes_a_text_is_compared_as_one() {
    for test in TestStore::each().await {
        test.run(fill).await;
        test.run(|db| {
            let set = |db: &mut Connection<'_>, level| {
                let mut jane = users::find(db, T, "auth0|a")?.expect("she is there");
                jane.user_metadata = json!({ "level": level }).as_object().cloned();
                user_changes::update(db, T, &jane)
            };
            // As a number it is too large, as a text it stands between the two.
            let q = "user_metadata.level:[1 TO 5]";
            for (level, expected) in [
                (json!(30), ""),
                (json!("30"), "a"),
                (json!(30), ""),
                (json!([30, "30"]), ""),
                (json!(["30"]), "a"),
                (json!(["30", 30]), ""),
            ] {
                assert!(set(db, level.clone())?);
                assert_eq!(found(db, q, "")?, expected, "{level}");
                assert_eq!(found(db, "user_metadata.level:30", "")?, "a", "{level}");
            }
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_change_is_found_at_once_and_the_past_is_not() {
    for test in TestStore::each().await {
        test.run(fill).await;
        test.run(|db| {
            let mut jane = users::find(db, T, "auth0|a")?.expect("she is there");
            jane.profile.email = Some("jane@new.example".into());
            jane.user_metadata = None;
            let rename = |db: &mut Connection<'_>, user: &User| {
                let names = LoginIdentifier::of(&user.profile);
                user_changes::rename(db, T, &user.identities[0], &names)
            };
            assert!(rename(db, &jane)? && user_changes::update(db, T, &jane)?);
            jane.profile.email = Some("bob@example.org".into());
            assert!(!rename(db, &jane)?);
            assert_eq!(found(db, "email.domain:new.example", "")?, "a");
            assert_eq!(found(db, "_exists_:user_metadata.color", "")?, "");
            assert_eq!(found(db, "email:jane@example.com", "")?, "");
            assert_eq!(by_email(db, T, "jane@new.example")?.len(), 1);
            // The old address is free again.
            let again = add(db, T, "d", json!({ "email": "jane@example.com" }))?;
            assert!(again.is_some());
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn users_are_counted_without_counting() {
    for test in TestStore::each().await {
        test.run(fill).await;
        test.run(|db| {
            assert_eq!(user_counts::count(db, T)?, 3);
            while user_counts::settle(db)? {}
            assert!(user_changes::delete(db, T, "auth0|b", at(7000))?);
            assert!(!user_changes::delete(db, T, "auth0|b", at(7000))?);
            assert_eq!(user_counts::count(db, T)?, 2);
            while user_counts::settle(db)? {}
            assert_eq!(user_counts::count(db, T)?, 2);
            assert_eq!(user_counts::count(db, "other")?, 1);
            assert_eq!(found(db, "email:bob@example.org", "")?, "");
            assert!(add(db, T, "b", json!({ "email": "bob@example.org" }))?.is_some());
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_linked_identity_is_found_with_its_new_owner_and_can_leave_again() {
    for test in TestStore::each().await {
        test.run(fill).await;
        test.run(|db| {
            let (jane, bob) = (
                users::find(db, T, "auth0|a")?,
                users::find(db, T, "auth0|b")?,
            );
            let (jane, bob) = (jane.expect("there"), bob.expect("there"));
            identities::link(db, T, &jane, &bob, at(5000))?;
            assert_eq!(
                users::find(db, T, "auth0|b")?.map(|user| user.user_id),
                None
            );
            assert_eq!(found(db, "identities.user_id:b", "")?, "a");
            assert_eq!(
                found(db, "identities.profileData.email:bob@example.org", "")?,
                "a"
            );
            let jane = users::find(db, T, "auth0|a")?.expect("there");
            assert_eq!(
                jane.identities[1].profile.as_ref().expect("kept")["nickname"],
                "bo%b"
            );
            assert_eq!(user_counts::count(db, T)?, 2);
            identities::unlink(db, T, "auth0|a", &jane.identities[1], at(6000))?;
            assert_eq!(found(db, "email:bob@example.org", "")?, "b");
            assert_eq!(
                users::find(db, T, "auth0|a")?
                    .expect("there")
                    .identities
                    .len(),
                1
            );
            assert_eq!(user_counts::count(db, T)?, 3);
            Ok(())
        })
        .await;
    }
}

#[tokio::test]
async fn a_password_history_keeps_the_latest() {
    for test in TestStore::each().await {
        test.run(fill).await;
        test.run(|db| {
            let identity = ("auth0", "a");
            for (number, hash) in ["h1", "h2", "h3", "h4"].into_iter().enumerate() {
                assert!(user_changes::set_password(
                    db,
                    T,
                    identity,
                    hash,
                    2,
                    at(number as i64)
                )?);
            }
            assert_eq!(
                user_changes::passwords(db, T, identity, 10)?,
                ["h4", "h3", "h2"]
            );
            assert_eq!(user_changes::passwords(db, T, identity, 1)?, ["h4"]);
            assert!(user_changes::set_password(db, T, identity, "h5", 0, at(9))?);
            assert_eq!(user_changes::passwords(db, T, identity, 10)?, ["h5"]);
            assert!(!user_changes::set_password(
                db,
                T,
                ("auth0", "zz"),
                "h",
                0,
                at(9)
            )?);
            Ok(())
        })
        .await;
    }
}
