use crate::areas::vintage::{
    Numbers, began, begins_after, ended_before, newest_year, renumbered, successors, tell_ended,
};
use crate::years::{has_unread_time, years};
use munilint_model::{
    Body, CellMend, Change, Confidence, Draft, FieldFacts, Findings, MendOf, Mends, Occurrences, Options, Role,
    Severity, TableFacts,
};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

pub(crate) const MEND: MendOf = mend;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        if let Some(mixed) = Mixed::of(facts, field) {
            mixed.tell(field.column, found);
        }
    }
}

/// Numbers of a column that were never all in use at the same time.
pub(super) struct Mixed {
    numbers: Numbers,
    /// A year in which most of them were.
    best: i32,
}

impl Mixed {
    /// `None` when some year has all the numbers, or the table tells of several years: then each may be right in its own.
    pub(super) fn of(facts: &TableFacts, field: &FieldFacts) -> Option<Self> {
        let several_years = years(facts).is_some_and(|(first, last)| first < last);
        if several_years || has_unread_time(facts) {
            return None;
        }
        let numbers = Numbers::of(field);
        let best = numbers.best_year();
        let mixed = Mixed { numbers, best };
        // Beside other fields of numbers it is a list of what became of which.
        let is_key = facts.fields.iter().filter(|other| other.role.role == Role::MunicipalityNumber).count() > 1;
        (mixed.odd() > 0 && !(is_key && mixed.are_many_odd())).then_some(mixed)
    }

    /// How many different numbers were not in use when most were.
    fn odd(&self) -> usize {
        self.numbers.len() - self.numbers.valid_in(self.best)
    }

    /// When many are of another time this may be a list of all times, or two halves that were put together.
    fn are_many_odd(&self) -> bool {
        self.odd() * 5 > self.numbers.len()
    }

    fn tell(&self, column: u32, found: &mut Findings) {
        let fitting = self.numbers.valid_in(self.best);
        let all = self.numbers.len();
        // One odd number is a slip; many are a column that nobody can say the division of.
        let doubt = match self.odd() {
            1 => Some((Severity::Warning, Confidence::High)),
            _ if self.are_many_odd() => Some((Severity::Warning, Confidence::Medium)),
            _ => None,
        };
        let division = match self.numbers.span_around(self.best) {
            (first, last) if first < last && last < newest_year() => format!("{first}–{last}"),
            (first, _) => first.to_string(),
        };
        let say = |draft: &mut Draft, _: &str| {
            (draft.severity, draft.confidence) = doubt.unzip();
            draft.word("best", &*division);
            draft.count("fitting", fitting as u64).count("all", all as u64);
        };
        let ended = self.numbers.that(|code| ended_before(code, self.best));
        tell_ended(found, column, &ended, self.best, say);
        let newer = self.numbers.that(|code| begins_after(code, self.best));
        if let Some((code, _)) = newer.first() {
            let mut seen = Occurrences::default();
            newer.iter().for_each(|(_, more)| seen.merge(more));
            let draft = found.add(Some(column), seen).variant("newer").word("code", *code);
            say(draft, code);
        }
    }

    /// What numbers become so that one division has all. `stated` is the year that the table is about: numbers that were in use
    /// then are right.
    fn followed(&self, stated: Option<i32>) -> BTreeMap<String, String> {
        let newer = self.numbers.that(|code| begins_after(code, self.best));
        let newest = newer.iter().filter_map(|(code, _)| began(code)).max();
        let wanted = stated.or(newest).unwrap_or(self.best).max(self.best);
        let ended = self.numbers.that(|code| ended_before(code, stated.unwrap_or(wanted)));
        successors(ended.iter().map(|(code, _)| *code), wanted)
    }
}

fn mend(facts: &TableFacts, _: &Options, mends: &mut Mends) {
    let stated = years(facts).map(|(first, _)| first);
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityNumber) {
        let Some(mixed) = Mixed::of(facts, field) else { continue };
        let followed = mixed.followed(stated);
        if followed.is_empty() {
            continue;
        }
        let mend = CellMend::new(move |value| renumbered(value, &followed));
        mends.suggest(Change::Cells { column: field.column, mend });
    }
}
