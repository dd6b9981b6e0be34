//! What the texts of fields mention of persons.

use munilint_model::{Confidence, FieldFacts, Findings, Mention, Occurrences, Role, Severity, TableFacts};

/// Fewer mentions than this of a kind that has no check digits may be slips of the recogniser.
const ENOUGH: u64 = 3;

/// Finds mentions of some kinds inside the texts of fields that are about something else and in which nothing was found yet,
/// with the page's message `text`.
pub(super) fn in_texts(facts: &TableFacts, kinds: &[Mention], found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| is_open(field)) {
        let is_text = field.role.role == Role::FreeText;
        let mut seen = Occurrences::default();
        let meant = kinds.iter().filter(|&&kind| is_text || !is_of_places(kind));
        meant.for_each(|&kind| seen.merge(field.mention(kind)));
        let is_told = found.drafts.iter().any(|draft| draft.column == Some(field.column));
        if is_told || seen.is_empty() {
            continue;
        }
        let few = seen.count < ENOUGH && kinds.iter().any(|&kind| needs_more(kind));
        let draft = found.add(Some(field.column), seen);
        draft.variant("text").confidence(if few { Confidence::Low } else { Confidence::Medium });
        draft.severity(if few || !is_text { Severity::Note } else { Severity::Warning });
    }
}

/// A role that says what the field holds, such as the name of a municipality, goes before what its values look like.
fn is_open(field: &FieldFacts) -> bool {
    matches!(field.role.role, Role::Unknown | Role::Category | Role::Key | Role::FreeText)
}

/// True for what lists of buildings, vehicles and machines hold, too: there only what is said in prose tells of persons.
fn is_of_places(kind: Mention) -> bool {
    matches!(kind, Mention::Address | Mention::Property | Mention::LicencePlate | Mention::NetworkAddress)
}

/// True for kinds that are told by their form alone.
fn needs_more(kind: Mention) -> bool {
    matches!(kind, Mention::PersonName | Mention::Address | Mention::LicencePlate | Mention::NetworkAddress)
}
