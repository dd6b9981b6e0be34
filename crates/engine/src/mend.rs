//! Which of the changes that rules offer are made.

use crate::pseudonym::Key;
use crate::scan::Scanned;
use crate::{Checked, Plan};
use munilint_model::{CellMend, Change, Finding, Fix, Mend, Mended, Mends, OddityKind, Rewrite};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The changes that rules offer for one table.
#[derive(Clone, Debug, Default)]
pub struct Offers(Vec<(Arc<str>, Mend)>);

/// What may be changed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Permission<'k> {
    /// What is suggested only, too.
    pub suggested: bool,
    /// Makes pseudonyms; without it none are made.
    pub key: Option<&'k Key>,
}

/// The changes that are made.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// How the table is written.
    pub rewrite: Rewrite,
    /// The rules that [`Rewrite::cells`] names by index.
    pub rules: Vec<Arc<str>>,
    /// Which rule asks for what of the layout.
    pub layout: Vec<(Arc<str>, Mended)>,
    /// Ids of rules that suggest more than is permitted.
    pub suggesting: BTreeSet<Arc<str>>,
    /// Ids of rules that need a key.
    pub keyless: BTreeSet<Arc<str>>,
}

impl Offers {
    /// Asks every rule that found something.
    pub(crate) fn of(plan: &Plan, scanned: &Scanned) -> Self {
        let found: BTreeSet<usize> = scanned.drafts.iter().map(|(rule, _)| *rule).collect();
        let mut offers = Vec::new();
        for planned in found.into_iter().map(|rule| &plan.rules[rule]) {
            let Some(mend) = planned.rule.mend else { continue };
            let mut mends = Mends::default();
            mend(&scanned.facts, &planned.options, &mut mends);
            // Where a quote is never closed nobody knows where cells end.
            if scanned.facts.oddities.count(OddityKind::UnclosedQuote) > 0 {
                mends.offered.retain(|mend| matches!(mend.change, Change::Utf8 | Change::NoMark));
            }
            offers.extend(mends.offered.into_iter().map(|mend| (Arc::clone(&planned.rule.id), mend)));
        }
        Offers(offers)
    }

    /// Tells findings which of them can be mended. Pseudonyms are not counted: they need a key.
    pub(crate) fn tell(&self, findings: &mut [Finding]) {
        for finding in findings {
            let mends = self.0.iter().filter(|(rule, mend)| mends(rule, &mend.change, finding));
            let fixes = mends.filter(|(_, mend)| !matches!(mend.change, Change::Pseudonyms { .. }));
            finding.fix = fixes.fold(Fix::None, |best, (_, mend)| if best == Fix::Safe { best } else { mend.fix });
        }
    }

    /// Chooses the changes that mend one of `findings`, as far as they are permitted.
    #[must_use]
    pub fn choose(&self, findings: &[Finding], permission: Permission<'_>) -> Chosen {
        let mut chosen = Chosen::default();
        for (rule, Mend { change, fix }) in &self.0 {
            if !findings.iter().any(|finding| mends(rule, change, finding)) {
                continue;
            }
            if *fix != Fix::Safe && !permission.suggested {
                chosen.suggesting.insert(Arc::clone(rule));
            } else {
                chosen.make(rule, change, permission.key);
            }
        }
        chosen
    }
}

/// True for a change that mends the finding, wholly or in part.
fn mends(rule: &Arc<str>, change: &Change, finding: &Finding) -> bool {
    let column = finding.column.filter(|_| change.column().is_some());
    finding.rule == *rule && (column.is_none() || column == change.column())
}

impl Chosen {
    fn make(&mut self, rule: &Arc<str>, change: &Change, key: Option<&Key>) {
        let rewrite = &mut self.rewrite;
        let mended = match change {
            Change::Utf8 => {
                rewrite.utf8 = true;
                Mended::Encoding
            }
            Change::NoMark => {
                rewrite.no_mark = true;
                Mended::Mark
            }
            Change::LineEndings(ending) => {
                rewrite.line_ending = Some(*ending);
                Mended::LineEndings
            }
            Change::NoTrailingDelimiters => {
                rewrite.no_trailing_delimiters = true;
                Mended::TrailingDelimiters
            }
            Change::NoBlankRows => {
                rewrite.no_blank_rows = true;
                Mended::BlankRows
            }
            Change::Cells { column, mend } => return self.cells(rule, *column, mend.clone()),
            Change::Pseudonyms { column, subject } => {
                match key {
                    Some(key) => self.cells(rule, *column, key.pseudonyms(subject.clone())),
                    None => {
                        self.keyless.insert(Arc::clone(rule));
                    }
                }
                return;
            }
        };
        self.layout.push((Arc::clone(rule), mended));
    }

    fn cells(&mut self, rule: &Arc<str>, column: u32, mend: CellMend) {
        let known = self.rules.iter().position(|known| known == rule);
        let at = known.unwrap_or_else(|| {
            self.rules.push(Arc::clone(rule));
            self.rules.len() - 1
        });
        self.rewrite.cells.entry(column).or_default().push((at, mend));
    }
}

impl Checked {
    /// Takes the changes that rules offer.
    #[must_use]
    pub fn take_offers(&mut self) -> Offers {
        std::mem::take(&mut self.offers)
    }

    /// True for a field whose values are shown to nobody. `column` counts from 1.
    #[must_use]
    pub fn hides(&self, column: u32) -> bool {
        self.facts.fields.get(column as usize - 1).is_none_or(|field| field.private)
    }
}
