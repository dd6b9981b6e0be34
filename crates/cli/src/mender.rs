//! Mending in memory: check, change, read again, until nothing more is to be changed.

use crate::unmended::Unmended;
use munilint_engine::{Checker, Chosen, Permission, Plan, Run, compare, report};
use munilint_model::{Excerpt, Mended, MendedCell, MendedFile, Report, TableSource};
use munilint_read::{Input, Rewritten, TextTable, rewrite};
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::sync::Arc;

/// What is mended may bring other things to light, which are mended in a further round; of so many there is an end.
const ROUNDS: usize = 8;

/// How many changed cells are shown of a file.
const SHOWN: usize = 12;

/// So many of a field are enough where others are to be shown, too.
const OF_A_FIELD: usize = 3;

/// Mends sources under one plan.
pub struct Mender<'a> {
    /// Which rules look.
    pub plan: &'a Plan,
    /// How they look.
    pub checker: Checker,
    /// What may be changed.
    pub permission: Permission<'a>,
    /// The source's name as it is shown.
    pub name: Arc<str>,
    /// The path as it was given.
    pub path: &'a str,
}

/// A source that was mended.
pub struct Mendings {
    /// The whole source; the same as before when there was nothing to mend.
    pub bytes: Arc<Vec<u8>>,
    /// What was changed.
    pub file: MendedFile,
    /// What is left.
    pub rest: Report,
}

impl Mender<'_> {
    /// Mends what is permitted.
    ///
    /// # Errors
    /// The source cannot be read, or what comes out would not read as it should.
    pub fn mend(&self, source: &Arc<Vec<u8>>) -> io::Result<Mendings> {
        let mut bytes = Arc::clone(source);
        let mut counts = BTreeMap::new();
        let mut hidden = vec![false; self.open(source)?.context().fields.len()];
        for _ in 0..ROUNDS {
            let mut checked = self.checker.check(self.plan, &self.open(&bytes)?)?;
            let offers = checked.take_offers();
            // What tells of a person before it is mended may do so no more behind that.
            (1..).zip(&mut hidden).for_each(|(column, hidden)| *hidden |= checked.hides(column));
            let rest = report(Run { language: self.checker.language, ..Run::default() }, vec![checked], Vec::new());
            let chosen = offers.choose(&rest.findings, self.permission);
            let done = self.round(&bytes, &chosen, &mut counts)?;
            if done.as_ref().is_none_or(|done| *done == *bytes) {
                let file = self.file(source, &bytes, counts, &hidden, &chosen)?;
                return Ok(Mendings { bytes, file, rest });
            }
            bytes = Arc::new(done.unwrap_or_default());
        }
        Err(Unmended::Restless.into())
    }

    fn open(&self, bytes: &Arc<Vec<u8>>) -> io::Result<TextTable> {
        Ok(TextTable::open(&self.name, Input::shared(Arc::clone(bytes)))?.known_as(self.path))
    }

    /// Makes the chosen changes once; `None` when there are none.
    fn round(
        &self,
        bytes: &Arc<Vec<u8>>,
        chosen: &Chosen,
        counts: &mut BTreeMap<(Arc<str>, Mended), u64>,
    ) -> io::Result<Option<Vec<u8>>> {
        if chosen.rewrite.is_nothing() {
            return Ok(None);
        }
        let written = rewrite(&self.open(bytes)?, &chosen.rewrite)?;
        let after = Arc::new(written.bytes);
        // What was written is read again before it is trusted: as many records, and no cell another but those meant.
        let mut is_meant = true;
        let alike = compare(&self.open(bytes)?, &self.open(&after)?, &mut |cell| {
            let before = cell.before.unwrap_or_default();
            let mended = chosen.rewrite.value(cell.column, before, &mut |_| {});
            is_meant &= cell.before.is_some() && cell.after == Some(&*mended);
        })?;
        if !alike || !is_meant {
            return Err(Unmended::NotAsMeant.into());
        }
        let written = Rewritten { bytes: Vec::new(), ..written };
        count(&written, chosen, counts);
        Ok(Some(Arc::unwrap_or_clone(after)))
    }

    fn file(
        &self,
        before: &Arc<Vec<u8>>,
        after: &Arc<Vec<u8>>,
        counts: BTreeMap<(Arc<str>, Mended), u64>,
        hidden: &[bool],
        chosen: &Chosen,
    ) -> io::Result<MendedFile> {
        let mut file = MendedFile {
            path: Arc::clone(&self.name),
            by_rule: counts.into_iter().map(|((rule, mended), count)| (rule, mended, count)).collect(),
            suggesting: chosen.suggesting.iter().cloned().collect(),
            keyless: chosen.keyless.iter().cloned().collect(),
            ..MendedFile::default()
        };
        if Arc::ptr_eq(before, after) {
            return Ok(file);
        }
        let table = self.open(before)?;
        let mut told = vec![BTreeSet::new(); hidden.len()];
        let mut first = Vec::new();
        compare(&table, &self.open(after)?, &mut |cell| {
            file.cells += 1;
            let field = cell.column as usize - 1;
            // Of what is shown to nobody one line says it all.
            let value = if hidden[field] { "" } else { cell.before.unwrap_or_default() };
            let is_new = told[field].len() < SHOWN && told[field].insert(value.to_owned());
            if is_new || (!hidden[field] && file.cells <= SHOWN as u64) {
                let excerpt = |value: Option<&str>| {
                    let value = value.unwrap_or_default();
                    if hidden[field] { Excerpt::hidden(value) } else { Excerpt::whole(value) }
                };
                let mended = MendedCell {
                    row: cell.row,
                    field: Excerpt::of(&table.context().fields[field].name),
                    before: excerpt(cell.before),
                    after: excerpt(cell.after),
                };
                first.push((!is_new, told[field].len() > OF_A_FIELD, first.len(), mended));
            }
        })?;
        // Where not all are shown, the same change is shown once. A few of every field come before more of the same; they are shown
        // in the order of the table.
        first.retain(|(is_again, ..)| !is_again || file.cells <= SHOWN as u64);
        first.sort_by_key(|(_, is_more, at, _)| (*is_more, *at));
        first.truncate(SHOWN);
        first.sort_by_key(|(_, _, at, _)| *at);
        file.first = first.into_iter().map(|(.., mended)| mended).collect();
        Ok(file)
    }
}

/// Adds what one round changed.
fn count(written: &Rewritten, chosen: &Chosen, counts: &mut BTreeMap<(Arc<str>, Mended), u64>) {
    let layout = chosen.layout.iter().map(|(rule, mended)| {
        let count = match mended {
            Mended::LineEndings => written.line_endings,
            Mended::TrailingDelimiters => written.trailing_delimiters,
            Mended::BlankRows => written.blank_rows,
            Mended::Cells | Mended::Encoding | Mended::Mark => 1,
        };
        (rule, *mended, count)
    });
    let cells = chosen.rules.iter().zip(&written.cells).map(|(rule, count)| (rule, Mended::Cells, *count));
    for (rule, mended, count) in layout.chain(cells).filter(|(.., count)| *count > 0) {
        *counts.entry((Arc::clone(rule), mended)).or_default() += count;
    }
}
