//! Numbers that persons have of an office: the words that the names of such fields are made of, folded.

/// Whom or what a number may be of, as it stands before one of [`NUMBERS`].
pub(crate) const PUPILS: &[&str] = &["elev", "pupil"];
/// See [`PUPILS`].
pub(crate) const STUDENTS: &[&str] = &["student"];
/// See [`PUPILS`].
pub(crate) const PATIENTS: &[&str] = &["pasient", "patient"];
/// See [`PUPILS`].
pub(crate) const CLIENTS: &[&str] = &["klient", "client"];
/// See [`PUPILS`].
pub(crate) const EMPLOYEES: &[&str] = &["ansatt", "employee"];
/// See [`PUPILS`].
pub(crate) const JOURNALS: &[&str] = &["journal", "personjournal"];
/// See [`PUPILS`]. One person may have several cases, and a case may be no person's.
pub(crate) const CASES: &[&str] = &["sak", "saks", "soknads", "case"];
/// Others whom a service keeps a file on.
const OTHERS: &[&str] = &[
    "barn", "barne", "beboer", "beboar", "bruker", "brukar", "child", "deltaker", "deltakar", "mottaker", "mottakar",
    "participant", "person", "respondent", "soker",
];

/// Words for a number that names a row.
pub(crate) const NUMBERS: [&str; 9] = ["id", "ident", "lopenr", "lopenummer", "no", "nr", "number", "nummar", "nummer"];

/// True for `saksnr` of [`CASES`]: one of the words, and behind it one for a number.
pub(crate) fn is_number_of(text: &str, whose: &[&str]) -> bool {
    whose.iter().any(|who| text.strip_prefix(who).is_some_and(|rest| NUMBERS.contains(&rest)))
}

/// True for the number of somebody whom a service keeps a file on: `elevid`, `journalnr`.
pub(crate) fn is_number_of_client(text: &str) -> bool {
    [PUPILS, STUDENTS, PATIENTS, CLIENTS, JOURNALS, OTHERS].iter().any(|whose| is_number_of(text, whose))
}
