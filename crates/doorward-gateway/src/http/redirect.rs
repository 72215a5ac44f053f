//! Where a browser may be sent: nowhere a stranger chose.

/// Whether `text` is a path on this very host: one leading `/`, and nothing a browser could read as
/// the start of another host.
pub(crate) fn is_local_path(text: &str) -> bool {
    text.starts_with('/')
        && !text.starts_with("//")
        && !text.contains('\\')
        && !text.chars().any(char::is_control)
}
