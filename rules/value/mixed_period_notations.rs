use super::period_notation::{Kind, notation};
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// A notation, and where it stands.
struct Form {
    kind: Kind,
    form: &'static str,
    seen: Occurrences,
}

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        let forms = forms(values);
        let periods: u64 = forms.iter().map(|form| form.seen.count).sum();
        if periods * 5 < field.present() * 4 || forms.len() < 2 {
            continue;
        }
        for kind in [Kind::Quarter, Kind::Month, Kind::Week, Kind::HalfYear, Kind::SchoolYear] {
            report(field, &forms, kind, found);
        }
    }
}

fn forms(values: &[ValueFacts]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for value in values {
        let Some((kind, form)) = notation(value.text.trim()) else { continue };
        match forms.iter_mut().find(|known| known.form == form) {
            Some(known) => known.seen.merge(&value.seen),
            None => forms.push(Form { kind, form, seen: value.seen.clone() }),
        }
    }
    forms
}

fn report(field: &FieldFacts, forms: &[Form], kind: Kind, found: &mut Findings) {
    let alike: Vec<&Form> = forms.iter().filter(|form| form.kind == kind).collect();
    let most = |a: &&&Form, b: &&&Form| a.seen.count.cmp(&b.seen.count).then_with(|| b.seen.first.cmp(&a.seen.first));
    let Some(usual) = alike.iter().max_by(most) else { return };
    let rest: Vec<&&Form> = alike.iter().filter(|form| form.form != usual.form).collect();
    if rest.is_empty() {
        return;
    }
    let mut others = Occurrences::default();
    rest.iter().for_each(|form| others.merge(&form.seen));
    let written: Vec<&str> = rest.iter().map(|form| form.form).collect();
    let draft = found.add(Some(field.column), others);
    draft.word("forms", written.join(", ")).word("usual", usual.form).count("others", usual.seen.count);
    draft.kind = match kind {
        Kind::Quarter => "quarter",
        Kind::Month => "month",
        Kind::Week => "week",
        Kind::HalfYear => "half-year",
        Kind::SchoolYear => "school-year",
    };
}
