use super::industries::{Code, SN2025, with_leading_zero};
use crate::matching::{Matching, present};
use crate::years::years;
use munilint_model::{Body, Findings, Options, Role, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// So many different codes of the list show that the field follows it.
const ENOUGH: usize = 3;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in facts.fields.iter().filter(|field| field.role.role == Role::Industry) {
        let values = present(field);
        let of = |is_meant: &dyn Fn(&Code) -> bool| {
            Matching::of(values.iter().copied(), |text, _| Code::of(text).is_some_and(|code| is_meant(&code)))
        };
        let known = of(&Code::is_known);
        // Zeros alone stand for what is not told, and so do nines.
        let is_untold = |code: &Code| code.dotted.starts_with("00") || code.dotted.starts_with("99.99");
        let unknown = Matching::of(values.iter().copied(), |text, _| {
            let is_unknown = Code::of(text).is_some_and(|code| !code.is_known() && !is_untold(&code));
            is_unknown && with_leading_zero(text).is_none()
        });
        if !unknown.is_empty() && known.different() >= ENOUGH && unknown.different() * 4 <= known.different() {
            let example = unknown.example;
            found.add(Some(field.column), unknown.seen).excerpt("example", example);
        }
        tell_editions(facts, field.column, &of(&Code::is_new), &known, found);
    }
}

/// Tells of codes that only SN2025 has beside codes that it cannot have as well, or in years before it.
fn tell_editions(facts: &TableFacts, column: u32, new: &Matching<'_>, known: &Matching<'_>, found: &mut Findings) {
    if new.is_empty() {
        return;
    }
    let codes = |texts: &[&str]| -> Vec<Code> { texts.iter().filter_map(|text| Code::of(text)).collect() };
    let (of_2025, all) = (codes(&new.texts), codes(&known.texts));
    let clash = all.iter().find(|code| !code.is_new() && of_2025.iter().any(|new| new.excludes(code)));
    let is_early = years(facts).is_some_and(|(_, last)| last < SN2025);
    let (variant, severity) = match clash {
        Some(_) => ("editions", None),
        None if is_early => ("early", Some(Severity::Note)),
        None => return,
    };
    let draft = found.add(Some(column), new.seen.clone());
    draft.variant(variant).excerpt("example", new.example);
    draft.excerpt("other", clash.map_or("", |code| &code.dotted));
    draft.severity = severity;
}
