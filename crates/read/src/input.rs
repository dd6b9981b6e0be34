//! One thing that is read from front to back, and looked into again for excerpts.
#![allow(clippy::disallowed_methods)] // this crate opens files

use crate::foreign::foreign;
use crate::unreadable::{Foreign, Unreadable};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

/// Standard input is kept in memory up to this many bytes, so that excerpts can be shown.
const KEPT_OF_STREAM: u64 = 32 << 20;

/// How much is looked at around the first byte that is not ASCII.
pub(crate) const AROUND: usize = 64 << 10;

/// A file, bytes in memory, or a stream.
pub struct Input {
    content: Content,
    position: u64,
    length: Option<u64>,
}

enum Content {
    File(File),
    Memory(Arc<Vec<u8>>),
    /// What was kept of the front, and the rest.
    Stream(Vec<u8>, Box<dyn Read + Send>),
}

impl Input {
    /// Opens a regular file.
    ///
    /// # Errors
    /// It cannot be opened, or it is not a regular file (a folder, pipe or device).
    pub fn open(path: &Path) -> io::Result<Self> {
        let kind = std::fs::metadata(path)?;
        if !kind.is_file() {
            return Err(Unreadable::NotRegular.into());
        }
        let file = File::open(path)?;
        Ok(Input { content: Content::File(file), position: 0, length: Some(kind.len()) })
    }

    /// Bytes in memory.
    #[must_use]
    pub fn memory(bytes: Vec<u8>) -> Self {
        Input::shared(Arc::new(bytes))
    }

    /// Bytes in memory that others read, too.
    #[must_use]
    pub fn shared(bytes: Arc<Vec<u8>>) -> Self {
        let length = Some(bytes.len() as u64);
        Input { content: Content::Memory(bytes), position: 0, length }
    }

    /// A stream, such as standard input.
    ///
    /// # Errors
    /// The stream cannot be read.
    pub fn stream(mut stream: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut front = Vec::new();
        stream.by_ref().take(KEPT_OF_STREAM).read_to_end(&mut front)?;
        if (front.len() as u64) < KEPT_OF_STREAM {
            return Ok(Input::memory(front));
        }
        Ok(Input { content: Content::Stream(front, stream), position: 0, length: None })
    }

    /// Length in bytes, when it is known beforehand.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        self.length
    }

    /// What the input is when it is no delimited text, in a few words.
    pub fn foreign(&mut self) -> Option<Foreign> {
        foreign(&self.look(0, 512)?)
    }

    /// Reads the next bytes, as many as fit unless the end comes first. Never beyond the length at opening, so that a
    /// file that grows meanwhile ends.
    pub(crate) fn read_full(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let mut wanted = out.len();
        if let Some(length) = self.length {
            wanted = wanted.min(usize::try_from(length.saturating_sub(self.position)).unwrap_or(usize::MAX));
        }
        let mut got = 0;
        while got < wanted {
            let n = match &mut self.content {
                Content::File(file) => match file.read(&mut out[got..wanted]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    read => read?,
                },
                Content::Memory(bytes) => copy_from(bytes, self.position, &mut out[got..wanted]),
                Content::Stream(front, rest) if self.position < front.len() as u64 => {
                    let _ = rest;
                    copy_from(front, self.position, &mut out[got..wanted])
                }
                Content::Stream(_, rest) => match rest.read(&mut out[got..wanted]) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    read => read?,
                },
            };
            if n == 0 {
                break;
            }
            got += n;
            self.position += n as u64;
        }
        Ok(got)
    }

    /// The first bytes from `start` on that are not ASCII, with what stands around them: at most [`AROUND`] bytes, fewer
    /// at the end of the source, none when all is ASCII.
    pub(crate) fn first_not_ascii(&mut self, start: u64) -> Vec<u8> {
        const STEP: usize = 1 << 20;
        let mut at = start;
        loop {
            let Some(bytes) = self.look(at, STEP).filter(|bytes| !bytes.is_empty()) else { return Vec::new() };
            if !bytes.is_ascii() {
                let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0) as u64;
                return self.look(at + first.saturating_sub(64), AROUND).unwrap_or_default();
            }
            at += bytes.len() as u64;
        }
    }

    /// Bytes from `start`, at most `length` of them; `None` when they cannot be had any more.
    pub(crate) fn look(&mut self, start: u64, length: usize) -> Option<Vec<u8>> {
        let mut out = vec![0; length];
        let n = match &mut self.content {
            Content::File(file) => {
                let back = self.position;
                file.seek(SeekFrom::Start(start)).ok()?;
                let mut n = 0;
                while n < length {
                    match file.read(&mut out[n..]) {
                        Ok(0) => break,
                        Ok(more) => n += more,
                        Err(_) => return None,
                    }
                }
                file.seek(SeekFrom::Start(back)).ok()?;
                n
            }
            Content::Memory(bytes) => copy_within(bytes, start, &mut out)?,
            Content::Stream(bytes, _) => copy_within(bytes, start, &mut out)?,
        };
        out.truncate(n);
        Some(out)
    }
}

/// `None` when `position` lies behind the end.
fn copy_within(bytes: &[u8], position: u64, out: &mut [u8]) -> Option<usize> {
    (position <= bytes.len() as u64).then(|| copy_from(bytes, position, out))
}

fn copy_from(bytes: &[u8], position: u64, out: &mut [u8]) -> usize {
    let from = usize::try_from(position).unwrap_or(usize::MAX).min(bytes.len());
    let n = out.len().min(bytes.len() - from);
    out[..n].copy_from_slice(&bytes[from..from + n]);
    n
}
