//! A table before and while it is read.

use crate::{Batch, Declared, DisclosureFields, Layout, Oddities, RoleGuess, Surroundings};
use serde::{Deserialize, Serialize};
use std::io;
use std::sync::Arc;

/// Description of a column of values.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The header's text, trimmed; `column 3` when it has none.
    pub name: String,
    /// 1-based position.
    pub column: u32,
    /// What the header and the first records say the field is about.
    pub role: RoleGuess,
    /// What a Table Schema declares of it.
    pub declared: Declared,
}

/// What is known of a table before its records are folded: the same for every part of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableContext {
    /// The source's name as it is shown.
    pub source: Arc<str>,
    /// The table's name inside its source, when a source can hold several.
    pub table: Option<Arc<str>>,
    /// Fields, in order.
    pub fields: Vec<Field>,
    /// How the table is written.
    pub layout: Layout,
    /// Metadata that was read in the same run says which dataset it is.
    #[serde(skip)]
    pub described: bool,
    /// What is declared of the persons in it.
    pub disclosure: DisclosureFields,
    /// What stands around it, to be judged and not shown.
    #[serde(skip)]
    pub around: Surroundings,
}

/// A table whose records are handed out in runs, to any number of threads.
pub trait TableSource: Sync {
    /// What was found out when the table was opened; roles are not filled in.
    fn context(&self) -> &TableContext;

    /// What was noticed before the first record.
    fn oddities(&self) -> Oddities;

    /// Fills `batch` with the next run of whole records, in the order of the source. `false` at the end.
    ///
    /// # Errors
    /// The source cannot be read further, or a limit is met. Bad data is never an error.
    fn fill(&self, batch: &mut Batch) -> io::Result<bool>;

    /// Fills `batch` with the first records of the table, without taking them from [`TableSource::fill`].
    ///
    /// # Errors
    /// As [`TableSource::fill`].
    fn head(&self, batch: &mut Batch) -> io::Result<()>;

    /// Bytes of the source that were handed out so far, for progress.
    fn bytes_read(&self) -> u64;

    /// The text of a source around a byte: at most `before` bytes before it and `after` behind it, and where it starts.
    /// `None` when it cannot be read again.
    fn window(&self, byte: u64, before: usize, after: usize) -> Option<(u64, Vec<u8>)>;
}
