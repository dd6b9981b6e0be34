use super::*;
use munilint_model::RoleGuess;

fn some(count: u64) -> Occurrences {
    Occurrences { count, first: Vec::new() }
}

fn field(identity: IdentityEvidence, role: Role) -> FieldFacts {
    FieldFacts {
        identity,
        role: RoleGuess { role, score: 1.0, ..RoleGuess::default() },
        column: 1,
        ..FieldFacts::default()
    }
}

fn national(candidates: u64, passing: u64) -> IdentityEvidence {
    IdentityEvidence { candidates, whole: candidates, national: some(passing), ..IdentityEvidence::default() }
}

fn weight(candidates: u64, passing: u64, role: Role) -> Weight {
    weigh(&field(national(candidates, passing), role), Series::National, false)
}

#[test]
fn the_share_of_the_column_decides() {
    assert_eq!(weight(0, 0, Role::Unknown), Weight::Chance);
    assert_eq!(weight(1, 1, Role::Unknown), Weight::Certain);
    assert_eq!(weight(1000, 800, Role::Unknown), Weight::Certain);
    assert_eq!(weight(1000, 799, Role::Unknown), Weight::Likely);
    assert_eq!(weight(100, 5, Role::FreeText), Weight::Likely);
    assert_eq!(weight(10, 2, Role::FreeText), Weight::Possible);
    assert_eq!(weight(10_000, 150, Role::Unknown), Weight::Possible);
}

#[test]
fn chance_hits_are_not_found() {
    // Of 10,000 random numbers about 16 pass.
    assert_eq!(weight(10_000, 25, Role::Key), Weight::Chance);
    assert_eq!(weight(20, 1, Role::Key), Weight::Chance);
    assert_eq!(weight(10_000, 200, Role::AccountNumber), Weight::Chance);
}

#[test]
fn account_numbers_are_weighed_as_such_under_any_name() {
    let evidence = IdentityEvidence { accounts: 9_824, ..national(10_000, 176) };
    assert_eq!(weigh(&field(evidence.clone(), Role::Unknown), Series::National, false), Weight::Chance);
    assert_eq!(weigh(&field(evidence, Role::IdentityNumber), Series::National, false), Weight::Possible);
    let few = IdentityEvidence { accounts: 9, ..national(12, 3) };
    assert_eq!(weigh(&field(few, Role::Unknown), Series::National, false), Weight::Likely);
    assert_eq!(weight(50, 50, Role::AccountNumber), Weight::Certain);
    let mixed = IdentityEvidence { accounts: 1_800, ..national(2_000, 200) };
    assert_eq!(weigh(&field(mixed, Role::Unknown), Series::National, false), Weight::Likely);
}

#[test]
fn a_column_that_claims_to_hold_identities_is_always_told_of() {
    assert_eq!(weight(10_000, 25, Role::IdentityNumber), Weight::Possible);
    assert_eq!(weight(10_000, 100, Role::IdentityNumber), Weight::Likely);
    assert_eq!(weight(3, 1, Role::IdentityNumber), Weight::Likely);
}

#[test]
fn persons_beside_it_make_more_of_a_few() {
    let two = field(national(10, 2), Role::FreeText);
    assert_eq!(weigh(&two, Series::National, true), Weight::Likely);
    let one = field(national(10, 1), Role::FreeText);
    assert_eq!(weigh(&one, Series::National, true), Weight::Possible);
}

#[test]
fn series_are_evidence_for_each_other() {
    let evidence = IdentityEvidence { d_number: some(9), ..national(100, 90) };
    assert_eq!(weigh(&field(evidence, Role::Unknown), Series::DNumber, false), Weight::Certain);
    // One of a hundred is believed among people's numbers when there is a date inside, and else may be chance.
    let evidence = IdentityEvidence { d_number: some(1), fh_number: some(1), ..national(100, 90) };
    assert_eq!(weigh(&field(evidence.clone(), Role::Unknown), Series::DNumber, false), Weight::Certain);
    assert_eq!(weigh(&field(evidence, Role::Unknown), Series::FhNumber, false), Weight::Chance);
    let evidence = IdentityEvidence { d_number: some(3), ..national(2_000, 200) };
    assert_eq!(weigh(&field(evidence, Role::Unknown), Series::DNumber, false), Weight::Chance);
}

#[test]
fn numbers_that_pass_easily_need_more() {
    let nav = |count| IdentityEvidence { candidates: 10_000, nav: some(count), ..IdentityEvidence::default() };
    assert_eq!(weigh(&field(nav(12), Role::Unknown), Series::Nav, false), Weight::Chance);
    assert_eq!(weigh(&field(nav(9_000), Role::Unknown), Series::Nav, false), Weight::Certain);
    let new = |count| IdentityEvidence { candidates: 10_000, from_2032: some(count), ..IdentityEvidence::default() };
    assert_eq!(weigh(&field(new(58), Role::Unknown), Series::From2032, false), Weight::Chance);
    assert_eq!(weigh(&field(new(9_900), Role::Unknown), Series::From2032, false), Weight::Certain);
}

#[test]
fn old_numbers_among_those_from_2032_are_certain() {
    let mixed = IdentityEvidence { from_2032: some(740), ..national(1_000, 250) };
    assert_eq!(weigh(&field(mixed.clone(), Role::Unknown), Series::National, false), Weight::Certain);
    assert_eq!(weigh(&field(mixed, Role::Unknown), Series::From2032, false), Weight::Certain);
}
