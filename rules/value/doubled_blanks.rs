use munilint_model::{Body, FieldFacts, Findings, Options, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Texts of more bytes than this are running text.
const LONGEST_NAME: u32 = 250;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| !is_running_text(field)) {
        let doubled = &field.text.doubled;
        // When most values have them they set two parts of the value apart: a code and its name.
        if doubled.is_empty() || doubled.count * 2 > field.shape(Shape::Text).count {
            continue;
        }
        found.add(Some(field.column), doubled.clone());
    }
}

fn is_running_text(field: &FieldFacts) -> bool {
    field.role.role == Role::FreeText && field.lengths.is_some_and(|(_, longest)| longest > LONGEST_NAME)
}
