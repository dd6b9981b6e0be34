//! How much the identity numbers that a column seems to hold weigh.

use munilint_detect::identity::{ControlRule, chance_share};
use munilint_model::{Confidence, Draft, FieldFacts, Role, Severity};

/// From how many cells on chance can be told from evidence by count alone.
const ENOUGH_CELLS: u64 = 20;

/// Account numbers keep one of the two check digits of an identity number by their own rule, so that eleven times as many
/// of them pass by chance.
const ACCOUNT_FACTOR: f64 = 11.0;

/// What a column's numbers amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

impl Weight {
    /// Weighs all numbers of the column, of whatever kind: they are evidence for each other.
    pub(super) fn of(field: &FieldFacts) -> Self {
        let evidence = &field.identity;
        let passing = evidence.national.count + evidence.d_number.count + evidence.synthetic.count;
        if passing == 0 {
            return Weight::Chance;
        }
        let share = passing as f64 / evidence.candidates.max(passing) as f64;
        let declared = field.role.role == Role::IdentityNumber;
        let account = field.role.role == Role::AccountNumber;
        if share >= 0.8 && !account {
            Weight::Certain
        } else if evidence.candidates >= ENOUGH_CELLS && is_chance(passing, evidence.candidates, account) {
            if declared { Weight::Possible } else { Weight::Chance }
        } else if declared || (passing >= 3 && share >= 0.05 && (!account || share >= 0.5)) {
            Weight::Likely
        } else {
            Weight::Possible
        }
    }

    /// Sets severity, confidence and message. What the page states is for what is certain.
    pub(super) fn state(self, draft: &mut Draft) {
        match self {
            Weight::Certain => draft,
            Weight::Likely => draft.variant("likely").severity(Severity::Warning).confidence(Confidence::Medium),
            Weight::Possible | Weight::Chance => {
                draft.variant("possible").severity(Severity::Note).confidence(Confidence::Low)
            }
        };
    }
}

/// True when so many would pass by chance: the expected number, four standard deviations and one.
fn is_chance(passing: u64, candidates: u64, account: bool) -> bool {
    let factor = if account { ACCOUNT_FACTOR } else { 1.0 };
    let expected = candidates as f64 * chance_share(ControlRule::Today) * factor;
    passing as f64 <= expected + 4.0 * expected.sqrt() + 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_model::{IdentityEvidence, Occurrences, RoleGuess};

    fn weigh(candidates: u64, passing: u64, role: Role) -> Weight {
        let national = Occurrences { count: passing, first: Vec::new() };
        let identity = IdentityEvidence { candidates, whole: candidates, national, ..IdentityEvidence::default() };
        Weight::of(&FieldFacts { identity, role: RoleGuess { role, score: 1.0 }, ..FieldFacts::default() })
    }

    #[test]
    fn the_share_of_the_column_decides() {
        assert_eq!(weigh(0, 0, Role::Unknown), Weight::Chance);
        assert_eq!(weigh(1, 1, Role::Unknown), Weight::Certain);
        assert_eq!(weigh(1000, 800, Role::Unknown), Weight::Certain);
        assert_eq!(weigh(1000, 799, Role::Unknown), Weight::Likely);
        assert_eq!(weigh(100, 5, Role::FreeText), Weight::Likely);
        assert_eq!(weigh(10, 2, Role::FreeText), Weight::Possible);
        assert_eq!(weigh(10_000, 100, Role::Unknown), Weight::Possible);
    }

    #[test]
    fn chance_hits_are_not_found() {
        // Of 10,000 random numbers about 18 pass.
        assert_eq!(weigh(10_000, 25, Role::Key), Weight::Chance);
        assert_eq!(weigh(20, 1, Role::Key), Weight::Chance);
        assert_eq!(weigh(10_000, 200, Role::AccountNumber), Weight::Chance);
    }

    #[test]
    fn a_column_that_claims_to_hold_identities_is_always_told_of() {
        assert_eq!(weigh(10_000, 25, Role::IdentityNumber), Weight::Possible);
        assert_eq!(weigh(10_000, 100, Role::IdentityNumber), Weight::Likely);
        assert_eq!(weigh(3, 1, Role::IdentityNumber), Weight::Likely);
    }

    #[test]
    fn kinds_are_evidence_for_each_other() {
        let some = |count| Occurrences { count, first: Vec::new() };
        let identity =
            IdentityEvidence { candidates: 100, whole: 100, national: some(90), d_number: some(9), synthetic: some(0) };
        assert_eq!(Weight::of(&FieldFacts { identity, ..FieldFacts::default() }), Weight::Certain);
    }
}
