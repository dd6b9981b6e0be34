//! How much the identity numbers that a column seems to hold weigh.

use munilint_detect::identity::{ControlRule, chance_share};
use munilint_model::{FieldFacts, IdentityEvidence, Occurrences, Role};

/// From how many cells on chance can be told from evidence by count alone.
const ENOUGH_CELLS: u64 = 20;

/// Share of a field's numbers from which on a few that pass are believed.
const USUAL: f64 = 0.05;

/// Account numbers keep one of the two check digits of an identity number by their own rule, so that eleven times as many
/// of them pass by chance.
const ACCOUNT_FACTOR: f64 = 11.0;

/// What a column's numbers amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// No more than chance gives, in a column that does not claim to hold identities.
    Chance,
    /// It may be chance.
    Possible,
    /// More than chance gives.
    Likely,
    /// Nearly all that could be such a number is one.
    Certain,
}

/// Numbers that are counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Series {
    /// National identity numbers.
    National,
    /// D-numbers.
    DNumber,
    /// H-numbers, or those of NAV's Dolly.
    HNumber,
    /// FH-numbers.
    FhNumber,
    /// Synthetic ones of NAV's newer test sets.
    Nav,
    /// Numbers that pass by the rule from 2032 only.
    From2032,
}

impl Series {
    /// Where they were seen.
    pub(super) fn seen(self, evidence: &IdentityEvidence) -> &Occurrences {
        match self {
            Series::National => &evidence.national,
            Series::DNumber => &evidence.d_number,
            Series::HNumber => &evidence.h_number,
            Series::FhNumber => &evidence.fh_number,
            Series::Nav => &evidence.nav,
            Series::From2032 => &evidence.from_2032,
        }
    }

    /// True for those that [`IdentityEvidence::passing`] counts.
    fn is_dated(self) -> bool {
        matches!(self, Series::National | Series::DNumber | Series::HNumber)
    }

    /// Share of random numbers that pass as such a one, from 0 to 1; those with a date inside are taken together.
    fn chance(self) -> f64 {
        let today = chance_share(ControlRule::Today);
        match self {
            Series::National | Series::DNumber | Series::HNumber | Series::FhNumber => today,
            Series::Nav => today / 2.0,
            Series::From2032 => chance_share(ControlRule::From2032) - today,
        }
    }
}

/// What the numbers of one series amount to, together with the others of the field: they are evidence for each other.
pub(super) fn weigh(field: &FieldFacts, series: Series, among_persons: bool) -> Weight {
    let evidence = &field.identity;
    let seen = series.seen(evidence).count;
    if seen == 0 {
        return Weight::Chance;
    }
    let dated = Tally { passing: evidence.passing(), chance: Series::National.chance() };
    // Numbers from 2032 on stand beside those that were given before.
    let with_new = dated.and(Series::From2032, evidence);
    let (weight, all) = if series.is_dated() {
        (with_new.weigh(field, among_persons).max(dated.weigh(field, among_persons)), with_new.passing)
    } else {
        let both = dated.and(series, evidence);
        (both.weigh(field, among_persons), both.passing)
    };
    let others = all - seen;
    let own = Tally { passing: seen, chance: series.chance() };
    let is_certain = weight == Weight::Certain && series.is_dated();
    if weight >= Weight::Likely && others > 0 && !is_certain && own.is_chance(field, evidence.candidates - others) {
        // The others are there; these are no more than chance gives.
        return Weight::Chance;
    }
    // What passes more easily is not certain by one or two.
    if !series.is_dated() && seen < 3 { weight.min(Weight::Likely) } else { weight }
}

/// True when those that are written as only identity numbers are pass, whatever the other digits of the field are.
pub(super) fn is_told_by_form(field: &FieldFacts) -> bool {
    let in_form = field.identity.in_form;
    let tally = Tally { passing: field.identity.in_form_passing.count, chance: Series::National.chance() };
    let is_part = in_form < field.identity.candidates && tally.passing > 0 && !says_account(field);
    let is_usual = tally.passing >= 3 && tally.share(in_form) >= USUAL && !tally.is_chance(field, in_form);
    is_part && (tally.is_nearly_all(in_form) || is_usual)
}

/// Share of the numbers of such a field that chance lets pass as one of the series, from 0 to 1.
pub(super) fn chance_in(field: &FieldFacts, series: Series) -> f64 {
    series.chance() * account_factor(field)
}

/// True when the field says that it holds account numbers.
pub(super) fn says_account(field: &FieldFacts) -> bool {
    field.role.role == Role::AccountNumber
}

fn account_factor(field: &FieldFacts) -> f64 {
    if says_account(field) || field.identity.is_of_accounts() { ACCOUNT_FACTOR } else { 1.0 }
}

/// How many numbers pass, and the share of random ones that would.
#[derive(Clone, Copy)]
struct Tally {
    passing: u64,
    chance: f64,
}

impl Tally {
    fn and(self, series: Series, evidence: &IdentityEvidence) -> Tally {
        Tally { passing: self.passing + series.seen(evidence).count, chance: self.chance + series.chance() }
    }

    fn weigh(self, field: &FieldFacts, among_persons: bool) -> Weight {
        let evidence = &field.identity;
        if self.passing == 0 {
            return Weight::Chance;
        }
        let share = self.share(evidence.candidates);
        let declared = field.role.role == Role::IdentityNumber;
        let account = says_account(field);
        let is_chance = self.is_chance(field, evidence.candidates);
        if self.is_nearly_all(evidence.candidates) && (!account || evidence.candidates >= ENOUGH_CELLS) {
            Weight::Certain
        } else if account && share < 0.5 {
            // Series of a bank begin alike, so that more of them have a day inside than chance gives.
            Weight::Chance
        } else if evidence.candidates >= ENOUGH_CELLS && is_chance {
            if declared { Weight::Possible } else { Weight::Chance }
        } else if declared
            || (among_persons && !is_chance && !account)
            || (self.passing >= 3 && (account || share >= USUAL))
        {
            Weight::Likely
        } else {
            Weight::Possible
        }
    }

    fn share(self, candidates: u64) -> f64 {
        self.passing as f64 / candidates.max(self.passing) as f64
    }

    fn is_nearly_all(self, candidates: u64) -> bool {
        self.passing * 10 >= candidates.max(self.passing) * 8
    }

    /// True when so many of `candidates` would pass by chance: the expected number, four standard deviations and one.
    fn is_chance(self, field: &FieldFacts, candidates: u64) -> bool {
        let expected = candidates as f64 * self.chance * account_factor(field);
        self.passing as f64 <= expected + 4.0 * expected.sqrt() + 1.0
    }
}

#[cfg(test)]
#[path = "weight_tests.rs"]
mod tests;
