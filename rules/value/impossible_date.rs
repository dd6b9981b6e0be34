use munilint_model::{Body, Findings, Options, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let impossible = field.shape(Shape::ImpossibleDate);
        let dates = field.dated() * 2 > field.present();
        let expected = matches!(field.role.role, Role::Date | Role::BirthDate);
        if !impossible.is_empty() && (dates || (expected && impossible.count == field.present())) {
            found.add(Some(field.column), impossible.clone());
        }
    }
}
