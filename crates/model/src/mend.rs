//! What mends a finding, and how a table is written anew.

use crate::{Fix, LineEnding, Options, TableFacts};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// What a cell's value becomes; `None` when it stays. Pure: the same value always becomes the same.
#[derive(Clone)]
pub struct CellMend(Arc<OfValue>);

type OfValue = dyn Fn(&str) -> Option<String> + Send + Sync;

impl CellMend {
    /// A mend of single values.
    pub fn new(mend: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        CellMend(Arc::new(mend))
    }

    /// What the mend makes of `value`, be it the same.
    #[must_use]
    pub fn subject(&self, value: &str) -> Option<String> {
        (self.0)(value)
    }

    /// The value that `value` becomes, when it becomes another one.
    #[must_use]
    pub fn apply(&self, value: &str) -> Option<String> {
        (self.0)(value).filter(|mended| mended != value)
    }
}

impl fmt::Debug for CellMend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CellMend")
    }
}

/// One thing that is written otherwise.
#[derive(Clone, Debug)]
pub enum Change {
    /// The text is written as UTF-8.
    Utf8,
    /// The byte order mark is left out.
    NoMark,
    /// Every line outside quotes ends so.
    LineEndings(LineEnding),
    /// Delimiters behind the last field are left out.
    NoTrailingDelimiters,
    /// Lines with nothing on them, or delimiters alone, are left out.
    NoBlankRows,
    /// Values of a field become others.
    Cells {
        /// 1-based position of the field.
        column: u32,
        /// What they become.
        mend: CellMend,
    },
    /// Values of a field become pseudonyms, which only a key that the user has can make.
    Pseudonyms {
        /// 1-based position of the field.
        column: u32,
        /// What is made a pseudonym: `None` leaves the value. One form of writing comes out for all that mean the same.
        subject: CellMend,
    },
}

impl Change {
    /// 1-based position of the field whose values become others.
    #[must_use]
    pub fn column(&self) -> Option<u32> {
        match self {
            Change::Cells { column, .. } | Change::Pseudonyms { column, .. } => Some(*column),
            _ => None,
        }
    }
}

/// A change that a rule offers.
#[derive(Clone, Debug)]
pub struct Mend {
    /// What is changed.
    pub change: Change,
    /// [`Fix::Safe`] when nothing is guessed and nothing is lost, [`Fix::Unsafe`] when a person has to want it.
    pub fix: Fix,
}

/// The changes that a rule offers for one table.
#[derive(Clone, Debug, Default)]
pub struct Mends {
    /// In any order.
    pub offered: Vec<Mend>,
}

impl Mends {
    /// Offers a change in which nothing is guessed and nothing is lost.
    pub fn safe(&mut self, change: Change) {
        self.offered.push(Mend { change, fix: Fix::Safe });
    }

    /// Suggests a change that a person has to want.
    pub fn suggest(&mut self, change: Change) {
        self.offered.push(Mend { change, fix: Fix::Unsafe });
    }

    /// Offers a change, or suggests it where it is not `sure`.
    pub fn offer(&mut self, sure: bool, change: Change) {
        self.offered.push(Mend { change, fix: if sure { Fix::Safe } else { Fix::Unsafe } });
    }
}

/// Says what mends the findings of a rule in a table. Asked only when the rule found something there.
pub type MendOf = fn(&TableFacts, &Options, &mut Mends);

/// How a table is written anew: everything else stays byte for byte.
#[derive(Clone, Debug, Default)]
pub struct Rewrite {
    /// As UTF-8 without a byte order mark.
    pub utf8: bool,
    /// Without a byte order mark.
    pub no_mark: bool,
    /// With these line endings outside quotes.
    pub line_ending: Option<LineEnding>,
    /// Without delimiters behind the last field.
    pub no_trailing_delimiters: bool,
    /// Without blank rows.
    pub no_blank_rows: bool,
    /// By the 1-based position of a field, what its values become, one mend after the other, each with the index of the rule
    /// that it belongs to.
    pub cells: BTreeMap<u32, Vec<(usize, CellMend)>>,
}

impl Rewrite {
    /// True when everything stays as it is.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        let Rewrite { utf8, no_mark, line_ending, no_trailing_delimiters, no_blank_rows, cells } = self;
        !utf8 && !no_mark && line_ending.is_none() && !no_trailing_delimiters && !no_blank_rows && cells.is_empty()
    }

    /// What a value of a field becomes. `by` is told the index of every rule that has a hand in it.
    #[must_use]
    pub fn value<'v>(&self, column: u32, value: &'v str, by: &mut dyn FnMut(usize)) -> Cow<'v, str> {
        let mut now = Cow::Borrowed(value);
        for (rule, mend) in self.cells.get(&column).into_iter().flatten() {
            if let Some(mended) = mend.apply(&now) {
                now = Cow::Owned(mended);
                by(*rule);
            }
        }
        now
    }
}
