//! What a field is about, from its header and its content together.

mod content;
mod declared;
mod evidence;
mod header;
mod neighbours;
#[cfg(test)]
mod tests;

use crate::private::mark_private;
use munilint_model::{FieldFacts, Role, RoleGuess, RoleOrigin};

/// Gives every field the role that its header and content suggest, and marks those whose values are shown to nobody. A role that was declared (score 1) stays.
pub fn assign_roles(fields: &mut [FieldFacts]) {
    for field in fields.iter_mut().filter(|field| field.role.score < 1.0) {
        field.role = header::by_header(field)
            .or_else(|| declared::by_schema(field))
            .unwrap_or_else(|| content::by_content(field));
    }
    neighbours::by_neighbours(fields);
    mark_private(fields);
}

fn guess(role: Role, score: f32) -> RoleGuess {
    RoleGuess { role, score, origin: RoleOrigin::Content }
}
