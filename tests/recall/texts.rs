//! What a finder finds in texts, held against their labels.

use crate::count::Count;
use munilint_tests::labelled::Labelled;
use munilint_tests::labelled::kind::{Kind, Label};
use munilint_tests::labelled::person::Origin;
use munilint_tests::labelled::style::Style;
use munilint_tests::labelled::text::Text;
use munilint_tests::labelled::trap::Trap;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// What finds values in a text.
pub(crate) trait Finder {
    /// Hands over what is found and where, in bytes.
    fn find(&self, text: &str, found: &mut dyn FnMut(Kind, Range<usize>));
}

impl<F: Fn(&str, &mut dyn FnMut(Kind, Range<usize>))> Finder for F {
    fn find(&self, text: &str, found: &mut dyn FnMut(Kind, Range<usize>)) {
        self(text, found);
    }
}

/// What was counted.
#[derive(Default)]
pub(crate) struct Scores {
    kinds: BTreeMap<Kind, Count>,
    /// Kinds that the finder tells apart.
    told: BTreeSet<Kind>,
    /// Full names, by how the text is written.
    pub(crate) styles: BTreeMap<Style, Count>,
    /// Full names, by where they are from.
    pub(crate) origins: BTreeMap<Origin, Count>,
    /// Look-alikes: how many there were, and what they were taken for.
    pub(crate) traps: BTreeMap<Trap, (u32, BTreeMap<Kind, u32>)>,
    /// Values that were taken for those of another kind.
    pub(crate) confused: BTreeMap<Kind, BTreeMap<Kind, u32>>,
    /// What was found where no label is.
    pub(crate) elsewhere: BTreeMap<Kind, u32>,
    /// What was missed and what was false, a line each.
    pub(crate) slips: Vec<String>,
}

impl Scores {
    /// What was counted for a kind. Alarms of a kind that the finder does not tell apart are those of what it is a sort of.
    pub(crate) fn count(&self, kind: Kind) -> Count {
        let count = self.kinds.get(&kind).copied().unwrap_or_default();
        if self.told.contains(&kind) {
            return count;
        }
        let general = self.kinds.get(&kind.general()).copied().unwrap_or_default();
        Count { right: general.right, wrong: general.wrong, ..count }
    }
}

/// Holds what `finder` finds in `texts` against their labels.
///
/// A value is found when alarms of its kind cover at least half of it (of a postal address: of its street and number); an alarm is right when it touches a value of its
/// kind, or what can be seen either way.
pub(crate) fn score(texts: &[Text], finder: &dyn Finder) -> Scores {
    let mut scores = Scores::default();
    let mut alarms = Vec::new();
    for text in texts {
        alarms.clear();
        finder.find(&text.text, &mut |kind, span| alarms.push((kind, span)));
        for one in &text.labels {
            match one.label {
                Label::Value(kind) => scores.value(text, one, kind, &alarms),
                Label::Trap(trap) => scores.traps.entry(trap).or_default().0 += 1,
                Label::Open => {}
            }
        }
        for (kind, span) in &alarms {
            scores.alarm(text, *kind, span);
        }
    }
    scores
}

/// How many letters and digits there are in `span`, and how many of them `alarms` cover. Of a cadastre number only digits
/// count: the words around them are written in many ways.
fn covered(text: &str, span: Range<usize>, alarms: &[&Range<usize>], kind: Kind) -> (usize, usize) {
    let counts = |c: char| if kind == Kind::Cadastre { c.is_ascii_digit() } else { c.is_alphanumeric() };
    let places: Vec<usize> =
        text[span.clone()].char_indices().filter(|(_, c)| counts(*c)).map(|(at, _)| span.start + at).collect();
    let covered = places.iter().filter(|at| alarms.iter().any(|alarm| alarm.contains(*at))).count();
    (places.len(), covered)
}

impl Scores {
    fn value(&mut self, text: &Text, one: &Labelled, kind: Kind, alarms: &[(Kind, Range<usize>)]) {
        let same = alarms.iter().filter(|(other, _)| other.general() == kind.general());
        let spans: Vec<&Range<usize>> = same.map(|(_, span)| span).collect();
        let (letters, in_all) = covered(&text.text, one.span.clone(), &spans, kind);
        let (in_street, covered_in_street) = match (kind, text.text[one.span.clone()].find(',')) {
            (Kind::PostalAddress, Some(comma)) => {
                covered(&text.text, one.span.start..one.span.start + comma, &spans, kind)
            }
            _ => (letters, in_all),
        };
        let found = u32::from(covered_in_street > 0 && covered_in_street * 2 >= in_street);
        let whole = u32::from(in_all == letters);
        if found == 0 {
            self.slips.push(slip("missed", text, kind, &one.span, text.style.words()));
        }
        let count = Count { values: 1, found, whole, ..Count::default() };
        self.kinds.entry(kind).or_default().add(count);
        if kind == Kind::FullName {
            self.styles.entry(text.style).or_default().add(count);
            if let Some(origin) = one.origin {
                self.origins.entry(origin).or_default().add(count);
            }
        }
    }

    fn alarm(&mut self, text: &Text, kind: Kind, span: &Range<usize>) {
        self.told.insert(kind);
        let touched = || text.labels.iter().filter(|one| one.span.start < span.end && span.start < one.span.end);
        let is_right = touched().any(|one| match one.label {
            Label::Value(other) => other.general() == kind.general(),
            Label::Trap(_) => false,
            Label::Open => true,
        });
        let count = Count { right: u32::from(is_right), wrong: u32::from(!is_right), ..Count::default() };
        self.kinds.entry(kind).or_default().add(count);
        if kind == Kind::FullName {
            self.styles.entry(text.style).or_default().add(count);
        }
        if is_right {
            return;
        }
        let stood_there = touched().next().map(|one| one.label);
        let (words, taken) = match stood_there {
            Some(Label::Trap(trap)) => (trap.words(), &mut self.traps.entry(trap).or_default().1),
            Some(Label::Value(other)) => (other.words(), self.confused.entry(other).or_default()),
            _ => ("other words", &mut self.elsewhere),
        };
        *taken.entry(kind).or_insert(0) += 1;
        self.slips.push(slip("false", text, kind, span, words));
    }
}

fn slip(what: &str, text: &Text, kind: Kind, span: &Range<usize>, about: &str) -> String {
    format!("{what}\t{}\t{:?}\t{about}\t{:?}", kind.words(), &text.text[span.clone()], text.text)
}
