//! Opening what was found.

use munilint_read::{Found, Input, TextTable};
use std::io;
use std::path::Path;
use std::sync::Arc;

/// Opens a source as a table of text.
pub(crate) fn open(found: &Found) -> io::Result<TextTable> {
    let input = match &found.path {
        Some(path) => Input::open(path)?,
        None => Input::stream(Box::new(io::stdin()))?,
    };
    TextTable::open(&found.name, input)
}

/// The one source that a command names: a file, or `-` for standard input.
pub(crate) fn named(path: &Path) -> Found {
    let mut discovery = munilint_read::discover(std::slice::from_ref(&path.to_path_buf()), &|_| false);
    discovery.found.pop().unwrap_or_else(|| Found { name: Arc::from("-"), path: Some(path.to_path_buf()) })
}
