use munilint_detect::period::{Length, Written, written};
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Periods that are written in more than one way.
const TOLD: [Length; 6] =
    [Length::Quarter, Length::Month, Length::Week, Length::HalfYear, Length::Third, Length::SchoolYear];

/// A notation, and where it stands.
struct Form {
    length: Length,
    notation: &'static str,
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
        for length in TOLD {
            report(field, &forms, length, found);
        }
    }
}

fn forms(values: &[ValueFacts]) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    for value in values {
        let Some(Written { period, notation }) = written(&value.text) else { continue };
        if !TOLD.contains(&period.length) {
            continue;
        }
        match forms.iter_mut().find(|known| known.notation == notation) {
            Some(known) => known.seen.merge(&value.seen),
            None => forms.push(Form { length: period.length, notation, seen: value.seen.clone() }),
        }
    }
    forms
}

fn report(field: &FieldFacts, forms: &[Form], length: Length, found: &mut Findings) {
    let alike: Vec<&Form> = forms.iter().filter(|form| form.length == length).collect();
    let most = |a: &&&Form, b: &&&Form| a.seen.count.cmp(&b.seen.count).then_with(|| b.seen.first.cmp(&a.seen.first));
    let Some(usual) = alike.iter().max_by(most) else { return };
    let rest: Vec<&&Form> = alike.iter().filter(|form| form.notation != usual.notation).collect();
    if rest.is_empty() {
        return;
    }
    let mut others = Occurrences::default();
    rest.iter().for_each(|form| others.merge(&form.seen));
    let written: Vec<&str> = rest.iter().map(|form| form.notation).collect();
    let draft = found.add(Some(field.column), others);
    draft.word("forms", written.join(", ")).word("usual", usual.notation).count("others", usual.seen.count);
    draft.kind = match length {
        Length::Quarter => "quarter",
        Length::Month => "month",
        Length::Week => "week",
        Length::HalfYear => "half-year",
        Length::Third => "third",
        Length::SchoolYear => "school-year",
        Length::Year => "",
    };
}
