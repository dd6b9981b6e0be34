//! Room for what a check cannot keep in memory.

use std::io;

/// A file for a while: it has no name, nobody else can open it, and it is gone when it is dropped.
pub trait ScratchFile: io::Read + io::Write + io::Seek + Send {}

impl<F: io::Read + io::Write + io::Seek + Send> ScratchFile for F {}

/// Opens an empty [`ScratchFile`].
pub type OpenScratch = fn() -> io::Result<Box<dyn ScratchFile>>;

/// Where checks get files for a while, should they need them. A check opens no file itself: whoever runs it says whether it
/// may have one, and of which kind. By default it may not.
#[derive(Clone, Copy, Debug, Default)]
pub struct Scratch(Option<OpenScratch>);

impl Scratch {
    /// No files.
    pub const NONE: Scratch = Scratch(None);

    /// Files that `open` opens.
    #[must_use]
    pub fn of(open: OpenScratch) -> Self {
        Scratch(Some(open))
    }

    /// An empty file.
    ///
    /// # Errors
    /// There are none, or none can be opened.
    pub fn open(self) -> io::Result<Box<dyn ScratchFile>> {
        let open = self.0.ok_or(io::ErrorKind::Unsupported)?;
        open()
    }
}
