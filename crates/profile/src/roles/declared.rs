//! The role that a Table Schema suggests without saying it outright, where the header tells none.

use super::evidence::Evidence;
use super::guess;
use super::header::by_words;
use munilint_model::{Datatype, FieldFacts, Role, RoleGuess, RoleOrigin, Shape};

/// The role that the title, the RDF type, the description or the datatype suggests; `None` when they suggest none or the
/// content contradicts them.
pub(super) fn by_schema(field: &FieldFacts) -> Option<RoleGuess> {
    let told = field.declared.words.iter().find_map(|words| by_words(words, field)).or_else(|| by_datatype(field))?;
    Some(RoleGuess { origin: RoleOrigin::TableSchema, ..told })
}

fn by_datatype(field: &FieldFacts) -> Option<RoleGuess> {
    let evidence = Evidence::of(field);
    let dates = field.dated() + field.shape(Shape::ImpossibleDate).count;
    let (role, bearing) = match field.declared.datatype? {
        Datatype::Year => (Role::Year, evidence.whole()),
        Datatype::Date | Datatype::Datetime => (Role::Date, dates),
        _ => return None,
    };
    (evidence.present == 0 || evidence.half(bearing)).then(|| guess(role, 0.9))
}
