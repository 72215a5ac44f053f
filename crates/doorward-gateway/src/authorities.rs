//! `ADDITIONAL_CA_FOLDER`: authorities that are trusted besides the system's.

use std::io;
use std::path::Path;

/// The content of every file in `folder`, each PEM, in the order of their names.
pub(crate) fn read(folder: &Path) -> io::Result<Vec<Vec<u8>>> {
    let entries = std::fs::read_dir(folder)?;
    let mut files = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    files.sort();
    let files = files.iter().filter(|file| file.is_file());
    files.map(std::fs::read).collect()
}
