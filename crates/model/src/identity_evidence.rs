//! What was seen of national identity numbers and the numbers made in their likeness.

use crate::Occurrences;
use serde::{Deserialize, Serialize};

/// What a field shows of national identity numbers (fødselsnummer) and their kin.
///
/// Of random eleven-digit strings about 0.2 % pass date and both check digits, so the share counts, not a hit. What passes
/// more easily is counted apart, so that it is no evidence for the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct IdentityEvidence {
    /// Cells with a group of eleven digits (or six and five), KOSTRA's substitutes left out.
    pub candidates: u64,
    /// Cells that are nothing but such a group.
    pub whole: u64,
    /// Candidates that are written as only identity numbers are: a date and five digits set apart, or behind a name.
    pub in_form: u64,
    /// Those of `in_form` that are among the [`passing`](IdentityEvidence::passing).
    pub in_form_passing: Occurrences,
    /// National identity numbers that pass, synthetic ones included.
    pub national: Occurrences,
    /// D-numbers that pass, synthetic ones included.
    pub d_number: Occurrences,
    /// Numbers with 40 added to the month that pass: H-numbers, or synthetic ones of NAV's Dolly.
    pub h_number: Occurrences,
    /// FH-numbers that pass: there is no date inside, so that chance makes them as often as all the others together.
    pub fh_number: Occurrences,
    /// Numbers of NAV's newer test sets (month + 60 or + 65), which chance makes easily.
    pub nav: Occurrences,
    /// Numbers with a date that pass by the rule from 2032 and not by today's.
    pub from_2032: Occurrences,
    /// How many of `national` and `d_number` are from Skatteetaten's Tenor (month + 80): nobody has them.
    pub tenor: u64,
    /// How many D-numbers are from NAV's Dolly (month + 40): nobody has them.
    pub dolly: u64,
    /// How many of `from_2032` are from a synthetic series.
    pub synthetic_2032: u64,
    /// What stands in KOSTRA's reports for who has no number: a date of birth and 99999, 00100 or 00200.
    pub substitutes: Occurrences,
    /// Candidates that pass by no rule at all.
    pub failing: Occurrences,
    /// How many of `failing` keep the check digit of account numbers: one in eleven by chance.
    pub accounts: u64,
}

impl IdentityEvidence {
    /// How many numbers pass by today's rule and have a date inside.
    #[must_use]
    pub fn passing(&self) -> u64 {
        self.national.count + self.d_number.count + self.h_number.count
    }

    /// True when at least half of all are no identity numbers and keep the check digit of account numbers.
    #[must_use]
    pub fn is_of_accounts(&self) -> bool {
        self.accounts > 1 && self.accounts * 2 >= self.candidates
    }

    /// Takes in what another part of the field had.
    pub fn merge(&mut self, other: &IdentityEvidence) {
        self.candidates += other.candidates;
        self.whole += other.whole;
        self.in_form += other.in_form;
        self.in_form_passing.merge(&other.in_form_passing);
        self.tenor += other.tenor;
        self.dolly += other.dolly;
        self.synthetic_2032 += other.synthetic_2032;
        self.accounts += other.accounts;
        self.national.merge(&other.national);
        self.d_number.merge(&other.d_number);
        self.h_number.merge(&other.h_number);
        self.fh_number.merge(&other.fh_number);
        self.nav.merge(&other.nav);
        self.from_2032.merge(&other.from_2032);
        self.substitutes.merge(&other.substitutes);
        self.failing.merge(&other.failing);
    }
}
