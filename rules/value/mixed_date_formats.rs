use munilint_model::{Body, Findings, Occurrences, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Each form of a date, with 31 January 2024 written in it.
const FORMS: [(Shape, &str); 4] = [
    (Shape::DateIso, "2024-01-31"),
    (Shape::DateDotted, "31.01.2024"),
    (Shape::DateSlashed, "31/01/2024"),
    (Shape::DateShortYear, "31.01.24"),
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.dated() * 2 > field.present()) {
        let forms: Vec<(&Occurrences, &str)> = FORMS
            .iter()
            .map(|&(shape, form)| (field.shape(shape), form))
            .filter(|(seen, _)| !seen.is_empty())
            .collect();
        // On a tie the form that comes first in the table is the usual one.
        let Some(&(usual, form)) =
            forms.iter().max_by(|(a, _), (b, _)| a.count.cmp(&b.count).then_with(|| b.first.cmp(&a.first)))
        else {
            continue;
        };
        let rest: Vec<&(&Occurrences, &str)> = forms.iter().filter(|(_, other)| *other != form).collect();
        let mut others = Occurrences::default();
        rest.iter().for_each(|(seen, _)| others.merge(seen));
        if others.is_empty() {
            continue;
        }
        let written: Vec<&str> = rest.iter().map(|(_, form)| *form).collect();
        let draft = found.add(Some(field.column), others);
        draft.word("usual", form).word("forms", written.join(", ")).count("others", usual.count);
    }
}
