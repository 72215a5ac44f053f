//! The directory with everything the process keeps.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use doorward_tenant::Entropy;

/// An open data directory. While it lives, no other process serves from it.
pub(crate) struct DataDir {
    path: PathBuf,
    _lock: File,
}

/// Why the data directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub(crate) enum DataDirError {
    #[error("data_dir: {0} cannot be used: {1}")]
    Unusable(PathBuf, #[source] io::Error),
    #[error("data_dir: {0} is in use by another process")]
    InUse(PathBuf),
    #[error("encryption_key_file: {0} must hold 32 bytes in base64")]
    Key(PathBuf),
    #[error("encryption_key_file: {0} cannot be read: {1}")]
    KeyFile(PathBuf, #[source] io::Error),
}

impl DataDir {
    /// Opens the directory, makes it if it is not there, and keeps others out.
    pub(crate) fn open(path: &Path) -> Result<Self, DataDirError> {
        let unusable = |error| DataDirError::Unusable(path.to_owned(), error);
        let mut builder = fs::DirBuilder::new();
        builder
            .recursive(true)
            .mode(0o700)
            .create(path)
            .map_err(unusable)?;
        let path = path.canonicalize().map_err(unusable)?;
        let lock = OpenOptions::new()
            .create(true)
            .append(true)
            .mode(0o600)
            .open(path.join("lock"));
        let lock = lock.map_err(unusable)?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path, _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(DataDirError::InUse(path)),
            Err(fs::TryLockError::Error(error)) => Err(unusable(error)),
        }
    }

    /// A file of the directory.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path.join(name)
    }

    /// Writes a file that only its owner may read, whole or not at all.
    pub(crate) fn write_private(&self, name: &str, content: &str) -> Result<(), DataDirError> {
        let path = self.file(name);
        write_private(&path, content).map_err(|error| DataDirError::Unusable(path, error))
    }

    /// The key that seals secrets at rest, from `named` or from the directory, where it is made if need be.
    pub(crate) fn encryption_key(
        &self,
        named: Option<&Path>,
        entropy: &Entropy,
    ) -> Result<[u8; 32], DataDirError> {
        let path = key_path(&self.path, named);
        if named.is_none() && !path.exists() {
            let key: [u8; 32] = entropy.bytes();
            let text = format!("{}\n", BASE64_STANDARD.encode(key));
            write_private(&path, &text).map_err(|error| DataDirError::KeyFile(path, error))?;
            return Ok(key);
        }
        read_key(path)
    }
}

/// Where the encryption key is: in the file that was named, else in the data directory.
pub(crate) fn key_path(data_dir: &Path, named: Option<&Path>) -> PathBuf {
    named.map_or_else(|| data_dir.join("encryption.key"), Path::to_owned)
}

/// Reads an encryption key: 32 bytes in base64.
pub(crate) fn read_key(path: PathBuf) -> Result<[u8; 32], DataDirError> {
    let text =
        fs::read_to_string(&path).map_err(|error| DataDirError::KeyFile(path.clone(), error))?;
    let key = BASE64_STANDARD.decode(text.trim()).ok();
    key.and_then(|key| key.try_into().ok())
        .ok_or(DataDirError::Key(path))
}

/// Writes a file that only its owner may read, whole or not at all.
pub(crate) fn write_private(path: &Path, content: &str) -> io::Result<()> {
    let folder = path.parent().filter(|dir| !dir.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    // A new file with a name that nobody knows before: what another process writes is not mixed in, and what
    // somebody else has put there is not followed. Its mode is 0600.
    let mut draft = tempfile::Builder::new()
        .prefix(".draft-")
        .tempfile_in(folder)?;
    draft.write_all(content.as_bytes())?;
    draft.as_file().sync_all()?;
    draft.persist(path)?;
    // The new name is durable with its directory: rows sealed with a key must not outlive it.
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn one_process_at_a_time() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("data");
        let open = DataDir::open(&path).unwrap();
        assert!(matches!(DataDir::open(&path), Err(DataDirError::InUse(_))));
        drop(open);
        assert!(DataDir::open(&path).is_ok());
    }

    #[test]
    fn the_key_is_made_once_and_only_its_owner_reads_it() {
        let dir = tempfile::tempdir().unwrap();
        let data = DataDir::open(dir.path()).unwrap();
        let key = data.encryption_key(None, &Entropy::default()).unwrap();
        assert_eq!(data.encryption_key(None, &Entropy::default()).unwrap(), key);
        let mode = fs::metadata(data.file("encryption.key"))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn nobody_who_was_there_before_sees_or_moves_what_is_written() {
        let dir = tempfile::tempdir().unwrap();
        let elsewhere = dir.path().join("elsewhere");
        fs::write(&elsewhere, "theirs").unwrap();
        let path = dir.path().join("kept.json");
        // An open file of that name, and one where a careless program would write first.
        fs::write(&path, "old").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        std::os::unix::fs::symlink(&elsewhere, path.with_extension("draft")).unwrap();
        write_private(&path, "new").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "theirs");
        let mode = fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 3);
    }

    #[test]
    fn a_key_of_another_length_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let data = DataDir::open(dir.path()).unwrap();
        let file = data.file("short");
        fs::write(&file, "c2hvcnQ=").unwrap();
        let refused = data
            .encryption_key(Some(&file), &Entropy::default())
            .unwrap_err();
        assert!(refused.to_string().starts_with("encryption_key_file: "));
    }
}
