//! How SQLite goes about statements that it could as well answer by reading a whole table for each row.

use super::Value;
use super::condition::{Pattern, Sql};
use super::testing::TestStore;
use super::user_search::{Sort, order};

#[tokio::test]
async fn users_are_sorted_by_what_their_own_terms_say() {
    let test = TestStore::each().await.remove(0);
    let database = rusqlite::Connection::open(test.file.as_ref().unwrap()).unwrap();
    for sort in ["name:1", "nickname:-1", "email_verified:1"] {
        let mut sql = Sql::new(Pattern::Glob);
        sql.push("EXPLAIN QUERY PLAN SELECT user_id FROM users WHERE users.tenant_id = 't'");
        order(&mut sql, "t", Sort::parse(sort).unwrap());
        let text = sql.text().replace('$', "?");
        let mut statement = database.prepare(&text).unwrap();
        let values = rusqlite::params_from_iter::<&[Value]>(sql.values());
        let steps = statement.query_map(values, |row| row.get::<_, String>("detail"));
        let steps: Vec<String> = steps.unwrap().map(Result::unwrap).collect();
        let of_user = "USING INDEX user_terms_by_user (tenant_id=? AND user_id=? AND field=?)";
        assert!(steps.iter().any(|step| step.contains(of_user)), "{steps:?}");
    }
}
