//! How much the identity numbers that a column seems to hold weigh.

use munilint_detect::identity::{ControlRule, chance_share};
use munilint_model::{Confidence, FieldFacts, Findings, Occurrences, Role, Severity};

/// From how many cells on chance can be told from evidence by count alone.
const ENOUGH_CELLS: u64 = 20;

/// Account numbers keep one of the two check digits of an identity number by their own rule, so that eleven times as many
/// of them pass by chance.
const ACCOUNT_FACTOR: f64 = 11.0;

/// What a column's numbers amount to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Weight {
    /// No more than chance gives, in a column that does not claim to hold identities.
    Chance,
    /// It may be chance.
    Possible,
    /// More than chance gives.
    Likely,
    /// Nearly all that could be such a number is one.
    Certain,
}

/// Finds numbers of one kind, `seen`, in a field, weighed together with the other kind: they are evidence for each other.
pub(super) fn find(field: &FieldFacts, seen: &Occurrences, found: &mut Findings) {
    let evidence = &field.identity;
    let account = field.role.role == Role::AccountNumber;
    let mut weight = weigh(field);
    if weight == Weight::Likely && is_chance(seen.count, evidence.candidates, account) {
        // The other kind is there; this one is no more than chance gives.
        weight = Weight::Chance;
    }
    if seen.is_empty() || weight == Weight::Chance {
        return;
    }
    let synthetic = evidence.synthetic.count >= evidence.national.count + evidence.d_number.count;
    let draft = found.add(Some(field.column), seen.clone());
    draft.share("share", seen.count, evidence.candidates).count("candidates", evidence.candidates);
    // What the page states is for what is certain.
    let (variant, severity, confidence) = match weight {
        Weight::Certain => ("", None, None),
        Weight::Likely => ("likely", Some(Severity::Warning), Some(Confidence::Medium)),
        Weight::Possible | Weight::Chance => ("possible", Some(Severity::Note), Some(Confidence::Low)),
    };
    draft.variant(variant);
    draft.severity = severity;
    draft.confidence = confidence;
    if synthetic {
        // Nobody's numbers, but the table is perhaps not what it seems.
        draft.variant("synthetic").severity(Severity::Note);
    }
}

fn weigh(field: &FieldFacts) -> Weight {
    let evidence = &field.identity;
    let passing = evidence.national.count + evidence.d_number.count;
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
    } else if declared || (passing >= 3 && share >= if account { 0.5 } else { 0.05 }) {
        Weight::Likely
    } else {
        Weight::Possible
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
    use munilint_model::{IdentityEvidence, RoleGuess};

    fn field(candidates: u64, national: u64, d_number: u64, synthetic: u64, role: Role) -> FieldFacts {
        let some = |count| Occurrences { count, first: Vec::new() };
        let (national, d_number, synthetic) = (some(national), some(d_number), some(synthetic));
        let identity = IdentityEvidence { candidates, whole: candidates, national, d_number, synthetic };
        FieldFacts {
            identity,
            role: RoleGuess { role, score: 1.0, ..RoleGuess::default() },
            column: 1,
            ..FieldFacts::default()
        }
    }

    fn weight(candidates: u64, passing: u64, role: Role) -> Weight {
        weigh(&field(candidates, passing, 0, 0, role))
    }

    #[test]
    fn the_share_of_the_column_decides() {
        assert_eq!(weight(0, 0, Role::Unknown), Weight::Chance);
        assert_eq!(weight(1, 1, Role::Unknown), Weight::Certain);
        assert_eq!(weight(1000, 800, Role::Unknown), Weight::Certain);
        assert_eq!(weight(1000, 799, Role::Unknown), Weight::Likely);
        assert_eq!(weight(100, 5, Role::FreeText), Weight::Likely);
        assert_eq!(weight(10, 2, Role::FreeText), Weight::Possible);
        assert_eq!(weight(10_000, 100, Role::Unknown), Weight::Possible);
    }

    #[test]
    fn chance_hits_are_not_found() {
        // Of 10,000 random numbers about 18 pass.
        assert_eq!(weight(10_000, 25, Role::Key), Weight::Chance);
        assert_eq!(weight(20, 1, Role::Key), Weight::Chance);
        assert_eq!(weight(10_000, 200, Role::AccountNumber), Weight::Chance);
    }

    #[test]
    fn a_column_that_claims_to_hold_identities_is_always_told_of() {
        assert_eq!(weight(10_000, 25, Role::IdentityNumber), Weight::Possible);
        assert_eq!(weight(10_000, 100, Role::IdentityNumber), Weight::Likely);
        assert_eq!(weight(3, 1, Role::IdentityNumber), Weight::Likely);
    }

    #[test]
    fn kinds_are_evidence_for_each_other() {
        let field = field(100, 90, 9, 0, Role::Unknown);
        let mut found = Findings::default();
        find(&field, &field.identity.d_number, &mut found);
        let draft = &found.drafts[0];
        assert_eq!((draft.seen.count, draft.message.variant, draft.severity), (9, "", None));
    }

    #[test]
    fn what_is_not_certain_says_so() {
        let field = field(100, 7, 0, 0, Role::FreeText);
        let mut found = Findings::default();
        find(&field, &field.identity.national, &mut found);
        find(&field, &field.identity.d_number, &mut found);
        assert_eq!(found.drafts.len(), 1);
        let draft = &found.drafts[0];
        assert_eq!(draft.message.variant, "likely");
        assert_eq!((draft.severity, draft.confidence), (Some(Severity::Warning), Some(Confidence::Medium)));
    }

    #[test]
    fn numbers_from_the_test_series_are_noted_only_when_there_are_no_others() {
        for (synthetic, variant) in [(5, "synthetic"), (4, "")] {
            let field = field(5, 5, 0, synthetic, Role::Unknown);
            let mut found = Findings::default();
            find(&field, &field.identity.national, &mut found);
            assert_eq!(found.drafts[0].message.variant, variant);
        }
    }
}
