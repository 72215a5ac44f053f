//! Parameters that callers send and nobody reads: SDKs add paging to lists that have none.

/// Lists that are whole in every answer.
const WITHOUT_PAGES: &[&str] = &[
    "clients.credentials.list",
    "connections.clients.get",
    "keys.signing.list",
];
const PAGING: &[&str] = &["page", "per_page", "include_totals"];

/// The query of an operation without what it ignores.
pub(super) fn without(operation: &str, query: &str) -> String {
    if !WITHOUT_PAGES.contains(&operation) {
        return query.to_owned();
    }
    let kept = query.split('&').filter(|pair| {
        let name = pair.split('=').next().unwrap_or_default();
        !PAGING.contains(&name)
    });
    kept.collect::<Vec<_>>().join("&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorward_api::description;

    #[test]
    fn paging_is_taken_out_where_there_is_none() {
        let query = "include_totals=true&take=2&per_page=50";
        assert_eq!(without("connections.clients.get", query), "take=2");
        assert_eq!(without("clients.list", query), query);
        for name in WITHOUT_PAGES {
            assert!(
                description::management().operation(name).is_some(),
                "{name}"
            );
        }
    }
}
