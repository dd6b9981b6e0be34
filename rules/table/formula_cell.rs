//! Cells that a spreadsheet takes for a formula.
//!
//! The text of a run is looked through for four signs, block by block; a cell is only looked at where one of them stands.

use munilint_model::{AnyCheck, Batch, Body, Check, Findings, Occurrences, Options, Severity, TableContext};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Table(|_: &Options| -> Box<dyn AnyCheck> { Box::new(FormulaCell) });

/// Bytes that are looked through at a time.
const BLOCK: usize = 64;

struct FormulaCell;

/// What a cell is to a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
enum Formula {
    /// It is worked out, and may call another program.
    Live,
    /// `="0301"`: text that an export protects from being read as a number.
    Text,
}

impl Check for FormulaCell {
    /// By field and kind.
    type State = BTreeMap<u32, [Occurrences; 2]>;

    fn start(&self, _: &TableContext) -> Self::State {
        BTreeMap::new()
    }

    fn update(&self, found: &mut Self::State, batch: &Batch) {
        let text = batch.text();
        let mut last = None;
        for (at, block) in text.chunks(BLOCK).enumerate() {
            if !block.iter().fold(false, |any, byte| any | is_sign(*byte)) {
                continue;
            }
            for (i, _) in block.iter().enumerate().filter(|(_, byte)| is_sign(**byte)) {
                let position = at * BLOCK + i;
                if !may_be_formula(text, position) {
                    continue;
                }
                let Some((row, field)) = u32::try_from(position).ok().and_then(|at| batch.cell_at(at)) else {
                    continue;
                };
                // Two signs in one cell.
                if last == Some((row, field)) {
                    continue;
                }
                let Some(formula) = batch.cell(row, field).and_then(formula) else { continue };
                last = Some((row, field));
                let seen = &mut found.entry(u32::try_from(field).unwrap_or(u32::MAX)).or_default()[formula as usize];
                seen.add(|| batch.cell_place(row, field));
            }
        }
    }

    fn merge(&self, found: &mut Self::State, other: Self::State) {
        for (field, seen) in other {
            let mine = found.entry(field).or_default();
            mine.iter_mut().zip(&seen).for_each(|(mine, theirs)| mine.merge(theirs));
        }
    }

    fn finish(&self, state: Self::State, table: &TableContext, found: &mut Findings) {
        for (field, [live, text]) in state {
            let column = table.fields.get(field as usize).map(|field| field.column);
            if !live.is_empty() {
                found.add(column, live);
            }
            if !text.is_empty() {
                found.add(column, text).variant("text").severity(Severity::Note);
            }
        }
    }
}

fn is_sign(byte: u8) -> bool {
    matches!(byte, b'=' | b'+' | b'@' | b'|')
}

/// Quick look at a sign: most are in the middle of an address or a text, or lead a telephone number.
fn may_be_formula(text: &[u8], at: usize) -> bool {
    let starts = at == 0 || !text[at - 1].is_ascii_alphanumeric();
    let next = text.get(at + 1).copied().unwrap_or(0);
    match text[at] {
        b'|' => text[..at].last().is_some_and(u8::is_ascii_alphanumeric),
        b'=' => starts,
        _ => starts && next.is_ascii_alphabetic(),
    }
}

/// What a cell is, by its text without outer quotes.
fn formula(cell: &[u8]) -> Option<Formula> {
    let (sign, rest) = cell.split_first()?;
    let next = rest.first().copied()?;
    match sign {
        // Inside quotes a quote is doubled.
        b'=' if next == b'"' && !calls(rest) => Some(Formula::Text),
        b'=' if next.is_ascii_alphabetic() || next == b'$' => {
            (calls(rest) || is_reference(rest)).then_some(Formula::Live)
        }
        b'=' if matches!(next, b'(' | b'-' | b'+' | b'@' | b'\'' | b'0'..=b'9') => {
            is_worked_out(rest).then_some(Formula::Live)
        }
        b'=' | b'+' | b'-' | b'@' => calls(rest).then_some(Formula::Live),
        _ => None,
    }
}

/// True when a function (`SUM(`) stands first, or another program is named (`cmd|'/C calc'!A0`).
fn calls(rest: &[u8]) -> bool {
    let rest = rest.trim_ascii_start();
    let name =
        rest.iter().take_while(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || **byte == b'.').count();
    let is_function = name >= 2 && rest[0].is_ascii_uppercase() && rest.get(name) == Some(&b'(');
    let program = rest.iter().position(|byte| *byte == b'|');
    let is_program = program.is_some_and(|at| {
        at > 0
            && rest[at - 1].is_ascii_alphanumeric()
            && matches!(rest.get(at + 1), Some(b'\'' | b'"'))
            && rest[at..].contains(&b'!')
    });
    is_function || is_program
}

/// `=A1`, `=$B$2+1`, `=Ark1!A1`: a cell of the sheet that the data came from.
fn is_reference(rest: &[u8]) -> bool {
    let end = rest.iter().position(|byte| !byte.is_ascii_alphabetic() && *byte != b'$').unwrap_or(rest.len());
    let letters = (1..=5).contains(&end);
    let digits = rest[end..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = rest.get(end + digits).copied();
    let ends = behind.is_none_or(|byte| matches!(byte, b'+' | b'-' | b'*' | b'/' | b':' | b'&' | b')'));
    let sheet = rest.iter().position(|byte| *byte == b'!').is_some_and(|at| {
        let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || !byte.is_ascii();
        rest[..at].iter().all(is_name)
            && rest.get(at + 1).is_some_and(|byte| byte.is_ascii_uppercase() || *byte == b'$')
    });
    (letters && digits > 0 && ends) || sheet
}

/// `=1+1`, `=(A1)`, `=-5`: signs, digits and cells only.
fn is_worked_out(rest: &[u8]) -> bool {
    let is_part = |byte: &u8| byte.is_ascii_digit() || b"+-*/(). ,".contains(byte) || byte.is_ascii_uppercase();
    calls(rest) || (rest.iter().all(is_part) && rest.iter().any(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_works_out_is_told_from_text() {
        for live in [
            "=SUM(A1:A2)", "=cmd|'/C calc'!A0", "@SUM(1+1)*cmd|'/C calc'!A0", "+cmd|'/C calc'!A0",
            "-2+3+cmd|'/C calc'!A0", "=HYPERLINK(\"\"http://example.no\"\")", "=1+1", "=A1", "=$B$2*2", "=Ark1!A1",
            "=-5", "=VLOOKUP(A2;B:C;2;0)",
        ] {
            assert_eq!(formula(live.as_bytes()), Some(Formula::Live), "{live}");
        }
        for text in ["=\"\"0301\"\"", "=\"0301\""] {
            assert_eq!(formula(text.as_bytes()), Some(Formula::Text), "{text}");
        }
        for none in [
            "+47 55 55 55 55", "-5", "-12,5", "- punkt (to)", "-lov (2010)", "@bergenkommune", "=", "==", "=)",
            "= se merknad", "=>", "post@example.no", "a=b", "+ 3 til", "-", "+", "a|b", "+A|B", "=lik", "@Navn (nr 2)",
            "-FN(x", "",
        ] {
            let expected = if none == "-FN(x" { Some(Formula::Live) } else { None };
            assert_eq!(formula(none.as_bytes()), expected, "{none}");
        }
    }
}
