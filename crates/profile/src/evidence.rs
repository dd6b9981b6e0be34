//! Marks of the tokenizer, looked at: identity numbers, e-mail addresses, characters that should not be there.
//!
//! A mark is judged inside its own cell only, never across a separator.

use crate::field::FieldState;
use munilint_detect::account::account_number;
use munilint_detect::email;
use munilint_detect::group::{group_at, group_span, is_written_as_identity};
use munilint_detect::identity::{ControlRule, Kind, Synthetic, identity_number_2032, kostra_substitute};
use munilint_detect::text::{TextFault, text_fault_single, text_fault_utf8};
use munilint_model::{Batch, IdentityEvidence, Occurrences};
use std::ops::Range;

/// The cell that a mark is in.
struct Marked<'a> {
    batch: &'a Batch,
    row: usize,
    field: usize,
    cell: Range<usize>,
}

/// Which cell was counted last for each kind, so that a cell counts once.
#[derive(Default)]
struct Last {
    invisible: Option<(usize, usize)>,
    control: Option<(usize, usize)>,
    mojibake: Option<(usize, usize)>,
    replacement: Option<(usize, usize)>,
    emails: Option<(usize, usize)>,
    role_emails: Option<(usize, usize)>,
}

/// Looks at every mark of a run.
pub(crate) fn look(batch: &Batch, fields: &mut [FieldState]) {
    let mut last = Last::default();
    let mut row = 0;
    // A mark that a wider one took in is not looked at again.
    let mut done = 0;
    for &mark in &batch.marks {
        while row + 1 < batch.rows() && batch.starts[row + 1] <= mark {
            row += 1;
        }
        if mark < done || batch.rows() == 0 || batch.starts[row] > mark {
            continue;
        }
        let Some(marked) = Marked::of(batch, row, mark) else { continue };
        let Some(state) = fields.get_mut(marked.field) else { continue };
        done = marked.judge(mark as usize, state, &mut last) as u32;
    }
}

impl<'a> Marked<'a> {
    fn of(batch: &'a Batch, row: usize, mark: u32) -> Option<Self> {
        let ends = &batch.ends[row * batch.fields..(row + 1) * batch.fields];
        let field = ends.partition_point(|&end| end <= mark);
        if field < batch.fields {
            let (start, end) = batch.inner(row, field);
            return Some(Marked { batch, row, field, cell: start..end });
        }
        // What a record has too much belongs to its last field.
        let start = *ends.last()? as usize + 1;
        let end = batch.starts.get(row + 1).map_or(batch.text().len(), |&next| next as usize);
        (start < end).then_some(Marked { batch, row, field: batch.fields - 1, cell: start..end })
    }

    /// Judges a mark; gives the position from which the next is looked at.
    fn judge(&self, mark: usize, state: &mut FieldState, last: &mut Last) -> usize {
        if !self.cell.contains(&mark) {
            return 0;
        }
        let cell = &self.batch.bytes[self.cell.clone()];
        let at = mark - self.cell.start;
        match cell[at] {
            b'@' => self.email(cell, at, state, last),
            b'0'..=b'9' => self.identity(cell, at, state),
            _ => return self.text(cell, at, state, last),
        }
        0
    }

    fn email(&self, cell: &[u8], at: usize, state: &mut FieldState, last: &mut Last) {
        let Some(email) = email::email_at(cell, at) else { return };
        if email.role {
            self.once(&mut state.role_emails, &mut last.role_emails);
        } else {
            self.once(&mut state.emails, &mut last.emails);
        }
    }

    fn identity(&self, cell: &[u8], last_digit: usize, state: &mut FieldState) {
        let Some(digits) = group_at(cell, last_digit) else { return };
        let evidence = &mut state.identity;
        let place = || self.batch.cell_place(self.row, self.field);
        if kostra_substitute(&digits) {
            evidence.substitutes.add(place);
            return;
        }
        evidence.candidates += 1;
        let span = group_span(cell, last_digit).unwrap_or_default();
        evidence.whole += u64::from(span.len() == cell.trim_ascii().len());
        let in_form = is_written_as_identity(cell, &span);
        evidence.in_form += u64::from(in_form);
        let passing = evidence.passing();
        if let Some(seen) = series(evidence, &digits) {
            seen.add(place);
        }
        if in_form && evidence.passing() > passing {
            evidence.in_form_passing.add(place);
        }
    }

    fn text(&self, cell: &[u8], at: usize, state: &mut FieldState, last: &mut Last) -> usize {
        let utf8 = self.batch.encoding.batches_are_utf8();
        if utf8 && cell[at..].starts_with(&[0xC2, 0xA0]) {
            // A no-break space between six and five digits.
            self.identity(cell, at + 6, state);
        }
        let fault = if utf8 { text_fault_utf8(cell, at) } else { text_fault_single(cell, at) };
        let Some((fault, length)) = fault else { return 0 };
        match fault {
            TextFault::Invisible => self.once(&mut state.text.invisible, &mut last.invisible),
            TextFault::Control => self.once(&mut state.text.control, &mut last.control),
            TextFault::Mojibake => self.once(&mut state.text.mojibake, &mut last.mojibake),
            TextFault::Replacement => self.once(&mut state.text.replacement, &mut last.replacement),
        }
        self.cell.start + at + length
    }

    fn once(&self, seen: &mut Occurrences, last: &mut Option<(usize, usize)>) {
        if last.replace((self.row, self.field)) != Some((self.row, self.field)) {
            seen.add(|| self.batch.cell_place(self.row, self.field));
        }
    }
}

/// Where eleven digits are counted; `None` for what is neither evidence nor a failure.
fn series<'e>(evidence: &'e mut IdentityEvidence, digits: &[u8; 11]) -> Option<&'e mut Occurrences> {
    // The rule from 2032 takes in today's.
    let Some(number) = identity_number_2032(digits) else {
        evidence.accounts += u64::from(account_number(digits));
        return Some(&mut evidence.failing);
    };
    match (number.rule, number.kind, number.synthetic) {
        (ControlRule::From2032, _, synthetic) => {
            evidence.synthetic_2032 += u64::from(synthetic.is_some() && number.has_date());
            number.has_date().then_some(&mut evidence.from_2032)
        }
        (_, _, Some(Synthetic::Nav)) => Some(&mut evidence.nav),
        (_, kind, synthetic) => {
            evidence.tenor += u64::from(synthetic == Some(Synthetic::Tenor));
            evidence.dolly += u64::from(synthetic == Some(Synthetic::Dolly));
            Some(match kind {
                Kind::National => &mut evidence.national,
                Kind::DNumber => &mut evidence.d_number,
                Kind::HNumber => &mut evidence.h_number,
                Kind::FhNumber => &mut evidence.fh_number,
            })
        }
    }
}
