//! A file is replaced as a whole or not at all.

use crate::unmended::Unmended;
use munilint_model::fnv1a;
use munilint_read::Unreadable;
use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// So many bytes are mended at once: what was read, what came of it and what comes of that are in memory together.
pub(crate) const LARGEST: u64 = 1 << 30;

/// A file that was read, and is to be replaced by another one of its name.
pub(crate) struct Original {
    /// The file itself, when it was named by a link.
    path: PathBuf,
    state: Metadata,
    /// All of it.
    pub(crate) bytes: Arc<Vec<u8>>,
}

impl Original {
    /// Reads a regular file of at most [`LARGEST`] bytes.
    ///
    /// # Errors
    /// It cannot be read, or is larger.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let path = fs::canonicalize(path)?;
        let mut file = File::open(&path)?;
        let state = file.metadata()?;
        if !state.is_file() {
            return Err(Unreadable::NotRegular.into());
        }
        if state.len() > LARGEST {
            return Err(Unmended::TooLarge(LARGEST).into());
        }
        let bytes = Arc::new(read_whole(&mut file)?);
        Ok(Original { path, state, bytes })
    }

    /// Puts `bytes` in the place of what was read: under another name first, then in one step under its own.
    ///
    /// # Errors
    /// The file is write-protected or has other names (hard links) that would keep what is in it now, has changed since it was
    /// read, or the new one cannot be written. The file is then as it was.
    pub(crate) fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        self.may_be_replaced()?;
        let beside = Beside::create(&self.path)?;
        let mut file = &beside.file;
        file.write_all(bytes)?;
        keep_owner(&beside.file, &self.state)?;
        beside.file.set_permissions(self.state.permissions())?;
        beside.file.sync_all()?;
        self.is_unchanged()?;
        beside.rename(&self.path)
    }

    fn may_be_replaced(&self) -> io::Result<()> {
        if self.state.permissions().readonly() {
            return Err(Unmended::WriteProtected.into());
        }
        if names(&self.state) > 1 {
            return Err(Unmended::SeveralNames.into());
        }
        Ok(())
    }

    /// # Errors
    /// The file is another one than was read, or holds something else.
    fn is_unchanged(&self) -> io::Result<()> {
        let mut file = File::open(&self.path)?;
        let now = file.metadata()?;
        if identity(&now) != identity(&self.state) || now.modified()? != self.state.modified()? {
            return Err(Unmended::Changed.into());
        }
        let (mut rest, mut buffer) = (&self.bytes[..], vec![0; 1 << 16]);
        loop {
            let n = file.read(&mut buffer)?;
            if !rest.starts_with(&buffer[..n]) {
                return Err(Unmended::Changed.into());
            }
            rest = &rest[n..];
            if n == 0 {
                return if rest.is_empty() { Ok(()) } else { Err(Unmended::Changed.into()) };
            }
        }
    }
}

/// Reads to the end.
///
/// # Errors
/// It cannot be read, or there are more than [`LARGEST`] bytes.
pub(crate) fn read_whole(source: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read = source.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if read as u64 > LARGEST { Err(Unmended::TooLarge(LARGEST).into()) } else { Ok(bytes) }
}

/// A new file beside another one, gone again unless it takes its name.
struct Beside {
    path: PathBuf,
    file: File,
    is_renamed: bool,
}

impl Beside {
    /// Creates it, readable by its owner alone. One that was left behind is taken away first; it is known by its name and by
    /// nobody holding it.
    fn create(path: &Path) -> io::Result<Self> {
        let beside = path.with_file_name(hidden_name(path));
        if let Ok(left) = File::open(&beside) {
            held(&left)?;
            fs::remove_file(&beside)?;
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        owner_only(&mut options);
        let created = options.open(&beside);
        let file = created.map_err(Unmended::NoRoom)?;
        held(&file)?;
        Ok(Beside { path: beside, file, is_renamed: false })
    }

    /// Gives it the name `path`, and makes sure that the folder remembers that.
    fn rename(mut self, path: &Path) -> io::Result<()> {
        if identity(&self.file.metadata()?) != identity(&fs::symlink_metadata(&self.path)?) {
            return Err(Unmended::TakenAway.into());
        }
        fs::rename(&self.path, path)?;
        self.is_renamed = true;
        sync_folder(path)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.is_renamed {
            // What cannot be taken away now is taken away when the file is mended next.
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Holds a file until it is closed. The lock goes when the process ends, however it ends.
fn held(file: &File) -> io::Result<()> {
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(Unmended::Held.into()),
        // A file system without locks: two at a time are then told apart by what they find in the end.
        Err(TryLockError::Error(_)) => Ok(()),
    }
}

/// `.munilint-` and 64 bits of FNV-1a of the name, so that the same file always has the same file beside it.
fn hidden_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default().as_encoded_bytes();
    format!(".munilint-{:016x}", fnv1a(name.iter().copied()))
}

/// What tells a file from others: where it lies and how long it is.
#[cfg(unix)]
fn identity(state: &Metadata) -> (u64, u64, u64) {
    use std::os::unix::fs::MetadataExt;
    (state.dev(), state.ino(), state.len())
}

#[cfg(not(unix))]
fn identity(state: &Metadata) -> (u64, u64, u64) {
    (0, 0, state.len())
}

/// How many names a file has.
#[cfg(unix)]
fn names(state: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    state.nlink()
}

#[cfg(not(unix))]
fn names(_: &Metadata) -> u64 {
    1
}

#[cfg(unix)]
fn owner_only(options: &mut fs::OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn owner_only(_: &mut fs::OpenOptions) {}

/// Gives the new file the owner and group of the old one.
#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    if (new.uid(), new.gid()) == (old.uid(), old.gid()) {
        return Ok(());
    }
    Ok(fchown(file, Some(old.uid()), Some(old.gid())).map_err(Unmended::NotOwned)?)
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> io::Result<()> {
    File::open(path.parent().unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> tempfile::TempDir {
        tempfile::tempdir().expect("a folder")
    }

    fn files(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder");
        let mut names: Vec<String> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_file_that_was_changed_meanwhile_is_left_alone() {
        let folder = folder();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").expect("written");
        let state = fs::metadata(&path).and_then(|state| state.modified()).expect("a time");
        let original = Original::read(&path).expect("read");
        // As long as before and as old: only what is in it tells.
        fs::write(&path, "new").expect("written");
        File::options().write(true).open(&path).and_then(|file| file.set_modified(state)).expect("an old time");
        let error = original.replace(b"mended").expect_err("refused");
        assert_eq!(error.to_string(), "the file was changed by someone else meanwhile");
        assert_eq!(fs::read(&path).expect("read"), b"new");
        let original = Original::read(&path).expect("read");
        fs::rename(&path, folder.path().join("b.csv")).expect("renamed");
        fs::write(&path, "new").expect("written");
        assert!(original.replace(b"mended").is_err(), "another file of the same name");
        fs::remove_file(&path).expect("removed");
        assert!(original.replace(b"mended").is_err(), "no file");
        assert_eq!(files(folder.path()), ["b.csv"]);
    }

    #[test]
    fn a_large_file_is_refused_before_it_is_read() {
        let folder = folder();
        let path = folder.path().join("a.csv");
        // A file of nothing but a length.
        File::create(&path).and_then(|file| file.set_len(LARGEST + 1)).expect("written");
        let error = Original::read(&path).err().expect("refused");
        assert_eq!(error.to_string(), "it is larger than the 1024 MiB that are mended at once; mend it in parts");
    }

    #[test]
    fn what_was_left_behind_is_taken_away() {
        let folder = folder();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").expect("written");
        fs::write(folder.path().join(hidden_name(&path)), "half of i").expect("written");
        Original::read(&path).expect("read").replace(b"mended").expect("replaced");
        assert_eq!(fs::read(&path).expect("read"), b"mended");
        assert_eq!(files(folder.path()), ["a.csv"]);
    }

    #[test]
    fn two_at_a_time_are_one_too_many() {
        let folder = folder();
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").expect("written");
        let original = Original::read(&path).expect("read");
        let other = Beside::create(&path).expect("created");
        let error = original.replace(b"mended").expect_err("refused");
        assert_eq!(error.to_string(), "the file is being mended by another munilint");
        drop(other);
        assert_eq!(files(folder.path()), ["a.csv"]);
        original.replace(b"mended").expect("replaced");
    }
}
