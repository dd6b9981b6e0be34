use super::persons::unplaced;
use munilint_detect::date::{Calendar, Form, Reading, compact, compact_day_first, date, date_time, slashed};
use munilint_detect::gender::{Gender, gender};
use munilint_detect::header::{header_role, is_birth_year, words};
use munilint_detect::identity::{Holder, holder};
use munilint_model::{AnyCheck, Batch, Body, Check, Confidence, Excerpt, Field, Findings, Role, TableContext};
use serde::{Deserialize, Serialize};

pub(crate) const BODY: Body = Body::Table(|_| Box::new(IdentityMismatch) as Box<dyn AnyCheck>);

/// Words for other persons whom a row may name, folded: the mother's number says nothing of the child's birth.
const OTHERS: [&str; 22] = [
    "mor", "mors", "far", "fars", "barn", "barnet", "barnets", "ektefelle", "ektefelles", "samboer", "sambuar",
    "partner", "foresatt", "foresattes", "verge", "verges", "mother", "father", "child", "spouse", "guardian",
    "parent",
];

/// So many different texts are remembered in a run: genders are few.
const REMEMBERED: usize = 16;

struct IdentityMismatch;

/// What is held against the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Told {
    Date,
    Year,
    Gender,
}

/// A field beside the number, and how its rows agree with it.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Beside {
    identity: usize,
    field: usize,
    told: Told,
    /// Rows where both can be read.
    compared: u64,
    /// Rows where they say different things.
    differing: u64,
}

impl Check for IdentityMismatch {
    type State = Vec<Beside>;

    fn start(&self, table: &TableContext) -> Vec<Beside> {
        let fields = &table.fields;
        let others = (0..fields.len()).filter_map(|at| Some((at, told(&fields[at])?)));
        let of_field = |(field, told)| {
            // The number of the same person, when there is one only.
            let is_number = |field: &Field| field.role.role == Role::IdentityNumber;
            let same = |&at: &usize| is_number(&fields[at]) && whose(&fields[at]) == whose(&fields[field]);
            let mut numbers = (0..fields.len()).filter(same);
            let identity = numbers.next().filter(|_| numbers.next().is_none())?;
            Some(Beside { identity, field, told, compared: 0, differing: 0 })
        };
        others.filter_map(of_field).collect()
    }

    fn update(&self, state: &mut Vec<Beside>, batch: &Batch) {
        state.iter_mut().for_each(|beside| beside.update(batch));
    }

    fn merge(&self, state: &mut Vec<Beside>, other: Vec<Beside>) {
        for (mine, theirs) in state.iter_mut().zip(other) {
            mine.compared += theirs.compared;
            mine.differing += theirs.differing;
        }
    }

    fn finish(&self, state: Vec<Beside>, table: &TableContext, found: &mut Findings) {
        for beside in state.iter().filter(|beside| beside.differing > 0) {
            let draft = found.add(Some(table.fields[beside.field].column), unplaced(beside.differing));
            draft
                .variant(match beside.told {
                    Told::Date => "",
                    Told::Year => "year",
                    Told::Gender => "gender",
                })
                .count("compared", beside.compared)
                .word("identity", Excerpt::of(&table.fields[beside.identity].name).to_string());
            if beside.differing * 2 > beside.compared {
                // The two fields may be about different persons, or the coding is another one.
                draft.confidence(Confidence::Medium);
            }
        }
    }
}

impl Beside {
    fn update(&mut self, batch: &Batch) {
        let mut genders: Vec<(&[u8], Option<Gender>)> = Vec::with_capacity(REMEMBERED);
        for row in 0..batch.rows() {
            let Some(cell) = batch.cell(row, self.field).map(<[u8]>::trim_ascii).filter(|cell| !cell.is_empty()) else {
                continue;
            };
            let Some(holder) = batch.cell(row, self.identity).and_then(holder_of) else { continue };
            let agrees = match self.told {
                Told::Date => agrees_with_birth(cell, holder.born),
                Told::Year => year(cell).map(|year| year == holder.born.year),
                Told::Gender => remembered(&mut genders, cell).map(|gender| gender == holder.gender),
            };
            self.compared += u64::from(agrees.is_some());
            self.differing += u64::from(agrees == Some(false));
        }
    }
}

/// What a field tells that the number tells as well.
fn told(field: &Field) -> Option<Told> {
    match field.role.role {
        Role::Gender => Some(Told::Gender),
        Role::BirthDate => Some(Told::Date),
        _ if is_birth_year(&field.name) => Some(Told::Year),
        // Dates without separators have no role of their own.
        Role::Unknown | Role::Category | Role::Key
            if header_role(&field.name).is_some_and(|(role, _)| role == "birth-date") =>
        {
            Some(Told::Date)
        }
        _ => None,
    }
}

/// The word for another person in the name of a field.
fn whose(field: &Field) -> Option<String> {
    words(&field.name).into_iter().find(|word| OTHERS.contains(&word.as_str()))
}

/// The holder of eleven digits, with blanks or hyphens among them.
fn holder_of(cell: &[u8]) -> Option<Holder> {
    let mut digits = [0; 11];
    let mut count = 0;
    for &byte in cell {
        match byte {
            b'0'..=b'9' => {
                *digits.get_mut(count)? = byte;
                count += 1;
            }
            b' ' | b'-' => {}
            _ => return None,
        }
    }
    (count == 11).then(|| holder(&digits)).flatten()
}

/// Whether a date is that of the birth; `None` when it is no date. A date that can be read in two ways may be either.
fn agrees_with_birth(cell: &[u8], born: Calendar) -> Option<bool> {
    let is = |reading: Option<Reading>| match reading {
        Some(Reading::Calendar(day)) => Some(day == born),
        _ => None,
    };
    if let Some(both) = slashed(cell) {
        let any = both.day_first.or(both.month_first)?;
        return Some(any == born || both.month_first == Some(born));
    }
    match date(cell).or_else(|| date_time(cell)) {
        Some((Form::ShortYear, Reading::Calendar(day))) => {
            let of_century = |day: Calendar| (day.year.rem_euclid(100), day.month, day.day);
            Some(of_century(day) == of_century(born))
        }
        Some((_, reading)) => is(Some(reading)),
        None => match (is(compact(cell)), is(compact_day_first(cell))) {
            (None, None) => None,
            (a, b) => Some(a == Some(true) || b == Some(true)),
        },
    }
}

fn year(cell: &[u8]) -> Option<i32> {
    let year = std::str::from_utf8(cell).ok()?.parse().ok()?;
    (1850..=2100).contains(&year).then_some(year)
}

fn remembered<'a>(known: &mut Vec<(&'a [u8], Option<Gender>)>, cell: &'a [u8]) -> Option<Gender> {
    if let Some((_, gender)) = known.iter().find(|(text, _)| *text == cell) {
        return *gender;
    }
    let read = std::str::from_utf8(cell).ok().and_then(gender).map(|(gender, _)| gender);
    if known.len() < REMEMBERED {
        known.push((cell, read));
    }
    read
}
