//! What the texts of fields mention of persons.

use munilint_model::{Confidence, FieldFacts, Findings, Mention, Occurrences, Role, Severity};

/// Fewer mentions than this of a kind that has no check digits may be slips of the recogniser.
const ENOUGH: u64 = 3;

/// Finds mentions of some kinds inside the texts of a field that is about something else and in which nothing was found yet,
/// with the page's message `text`. A role that says what the field holds, such as the name of a municipality, goes before what
/// its values look like.
pub(super) fn in_text(field: &FieldFacts, kinds: &[Mention], found: &mut Findings) {
    let is_text = field.role.role == Role::FreeText;
    let mut seen = Occurrences::default();
    let meant = kinds.iter().filter(|&&kind| is_text || !is_of_places(kind));
    meant.for_each(|&kind| seen.merge(field.mention(kind)));
    let is_told = found.drafts.iter().any(|draft| draft.column == Some(field.column));
    if !is_open(field) || is_told || seen.is_empty() {
        return;
    }
    let few = seen.count < ENOUGH;
    let is_unsure = few && kinds.iter().any(|&kind| needs_more(kind));
    let draft = found.add(Some(field.column), seen);
    draft.variant("text").confidence(if is_unsure { Confidence::Low } else { Confidence::Medium });
    draft.severity(if few || !is_text { Severity::Note } else { Severity::Warning });
}

/// True when the texts of a field tell of one of these kinds in words.
pub(super) fn is_told(field: &FieldFacts, kind: Mention) -> bool {
    is_open(field) && !field.mention(kind).is_empty()
}

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
