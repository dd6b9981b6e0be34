//! `compare = { left = "from", op = "<=", right = "to" }`: two fields in the same row.

use super::{missing::is_missing, number};
use crate::document::Node;
use crate::fault::Fault;
use munilint_model::{Argument, Batch, Check, Excerpt, Field, Findings, Occurrences, Place, TableContext};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The values of two fields in a row stand in a relation; a row that lacks either passes. So does a table that lacks
/// either field.
pub(super) struct Compare {
    left: String,
    op: Operator,
    right: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operator {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

impl Operator {
    fn read(sign: &str) -> Option<Self> {
        Some(match sign {
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            "=" => Operator::Equal,
            "!=" => Operator::NotEqual,
            ">=" => Operator::GreaterOrEqual,
            ">" => Operator::Greater,
            _ => return None,
        })
    }

    fn holds(self, ordering: Ordering) -> bool {
        match self {
            Operator::Less => ordering.is_lt(),
            Operator::LessOrEqual => ordering.is_le(),
            Operator::Equal => ordering.is_eq(),
            Operator::NotEqual => ordering.is_ne(),
            Operator::GreaterOrEqual => ordering.is_ge(),
            Operator::Greater => ordering.is_gt(),
        }
    }
}

impl Compare {
    pub(super) fn read(node: &Node<'_>) -> Result<Self, Fault> {
        let text = |key: &str| node.get(key).as_ref().and_then(Node::text).unwrap_or("").to_owned();
        let op = Operator::read(&text("op")).ok_or_else(|| node.fault("unknown comparison", "`op` is needed"))?;
        let (left, right) = (text("left"), text("right"));
        if same_name(&left, &right) {
            return Err(node.fault("`left` and `right` are the same field", "nothing to compare"));
        }
        Ok(Compare { left, op, right })
    }
}

fn same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

/// What is remembered of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    /// Positions of both fields from 0; `None` when the table lacks one.
    fields: Option<(usize, usize)>,
    /// Cells of the left field that do not hold.
    seen: Occurrences,
    /// The first of them, with both values.
    example: Option<(Place, String, String)>,
}

impl State {
    fn keep(&mut self, place: Place, left: &str, right: &str) {
        if self.example.as_ref().is_none_or(|(first, ..)| place < *first) {
            self.example = Some((place, left.to_owned(), right.to_owned()));
        }
    }
}

impl Check for Compare {
    type State = State;

    fn start(&self, table: &TableContext) -> State {
        let position = |name: &str| table.fields.iter().position(|field| same_name(&field.name, name));
        State { fields: position(&self.left).zip(position(&self.right)), ..State::default() }
    }

    fn update(&self, state: &mut State, batch: &Batch) {
        let Some((left, right)) = state.fields.filter(|&(left, right)| left.max(right) < batch.fields) else { return };
        for row in 0..batch.rows() {
            let (Some(one), Some(other)) = (batch.value(row, left), batch.value(row, right)) else { continue };
            let (one, other) = (batch.decode(&one), batch.decode(&other));
            if is_missing(&one) || is_missing(&other) || self.op.holds(order(one.trim(), other.trim())) {
                continue;
            }
            let place = batch.cell_place(row, left);
            // A state may meet batches in any order, so every place is offered, not only the first ones.
            state.seen.add_many(1, &[place]);
            state.keep(place, &one, &other);
        }
    }

    fn merge(&self, state: &mut State, other: State) {
        state.seen.merge(&other.seen);
        if let Some((place, left, right)) = &other.example {
            state.keep(*place, left, right);
        }
    }

    fn finish(&self, state: State, table: &TableContext, found: &mut Findings) {
        let Some((left, right)) = state.fields else { return };
        let (Some(left), Some(right)) = (table.fields.get(left), table.fields.get(right)) else { return };
        let Some((_, one, other)) = state.example else { return };
        let draft = found.add(Some(left.column), state.seen);
        draft.with("example", shown(left, &one)).with("left", shown(left, &one)).with("right", shown(right, &other));
        draft.excerpt("field", &left.name);
    }
}

/// A value of a field, masked; nothing of it is shown when the field tells of persons.
fn shown(field: &Field, value: &str) -> Argument {
    Argument::Excerpt(if field.role.role.is_personal() { Excerpt::hidden(value) } else { Excerpt::of(value) })
}

/// How two values that are not missing compare: as numbers when both are, as dates when both are, else as text.
fn order(left: &str, right: &str) -> Ordering {
    if let (Some(left), Some(right)) = (number::parse(left), number::parse(right)) {
        return left.total_cmp(&right);
    }
    if let (Some(left), Some(right)) = (Moment::parse(left), Moment::parse(right)) {
        return left.compare(&right);
    }
    left.cmp(right)
}

/// A day, with or without a time of day.
struct Moment {
    day: (u32, u32, u32),
    time: Option<(u32, u32, u32)>,
}

impl Moment {
    /// `2024-01-31` or `31.01.2024`, perhaps followed by `T10:45`, `10:45` or `10:45:30`.
    fn parse(text: &str) -> Option<Self> {
        let (day, time) = text.split_once(['T', ' ']).map_or((text, None), |(day, time)| (day, Some(time)));
        let day = match numbers(day, '-').as_deref() {
            Some([(year, 4), (month, 2), (day, 2)]) => (*year, *month, *day),
            _ => match numbers(day, '.').as_deref() {
                Some([(day, 1 | 2), (month, 1 | 2), (year, 4)]) => (*year, *month, *day),
                _ => return None,
            },
        };
        let time = match time.map(|time| numbers(time, ':')) {
            None => None,
            Some(parts) => match parts?.as_slice() {
                [(hour, 1 | 2), (minute, 2)] => Some((*hour, *minute, 0)),
                [(hour, 1 | 2), (minute, 2), (second, 2)] => Some((*hour, *minute, *second)),
                _ => return None,
            },
        };
        let in_calendar = (1..=12).contains(&day.1) && (1..=31).contains(&day.2);
        in_calendar.then_some(Moment { day, time })
    }

    /// Times count when both have one: a day alone means the whole of it.
    fn compare(&self, other: &Moment) -> Ordering {
        let times = self.time.zip(other.time).map_or(Ordering::Equal, |(one, other)| one.cmp(&other));
        self.day.cmp(&other.day).then(times)
    }
}

/// The numbers between `sign`, each with how many digits it has.
fn numbers(text: &str, sign: char) -> Option<Vec<(u32, usize)>> {
    let parts = text.split(sign).map(|part| {
        let digits = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse().ok().map(|number| (number, part.len()))).flatten()
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_compare_as_what_they_are() {
        for (left, right, ordering) in [
            ("9", "10", Ordering::Less),
            ("1 000,5", "999.5", Ordering::Greater),
            ("2,0", "2", Ordering::Equal),
            ("31.01.2024", "2024-02-01", Ordering::Less),
            ("1.2.2024", "01.02.2024", Ordering::Equal),
            ("2024-01-31T10:45", "31.01.2024", Ordering::Equal),
            ("2024-01-31 10:45:01", "2024-01-31 10:45", Ordering::Greater),
            ("b", "a", Ordering::Greater),
            ("10 stk", "9 stk", Ordering::Less),
            ("2024-13-01", "2024-12-01", Ordering::Greater),
        ] {
            assert_eq!(order(left, right), ordering, "{left} {right}");
        }
    }

    #[test]
    fn signs_mean_what_they_say() {
        for (sign, less, equal, greater) in [
            ("<", true, false, false),
            ("<=", true, true, false),
            ("=", false, true, false),
            ("!=", true, false, true),
            (">=", false, true, true),
            (">", false, false, true),
        ] {
            let op = Operator::read(sign).expect("known");
            assert_eq!(
                [op.holds(Ordering::Less), op.holds(Ordering::Equal), op.holds(Ordering::Greater)],
                [less, equal, greater]
            );
        }
        assert_eq!(Operator::read("=="), None);
    }
}
