use munilint_model::{Body, Findings, Occurrences, Options, Place, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let name = facts.table.source.rsplit('/').next().unwrap_or_default();
    let Some((_, ending)) = name.rsplit_once('.').filter(|_| facts.fields.len() > 1) else { return };
    let promises_tabs = match ending.to_lowercase().as_str() {
        "tsv" | "tab" => true,
        "csv" => false,
        _ => return,
    };
    let variant = match facts.layout().dialect.delimiter {
        b'\t' if !promises_tabs => "",
        b',' if promises_tabs => "comma",
        b';' if promises_tabs => "semicolon",
        b'|' if promises_tabs => "pipe",
        _ => return,
    };
    let draft = found.add(None, Occurrences::at(Place::File)).variant(variant);
    if promises_tabs {
        draft.severity(Severity::Warning);
    }
    draft.word("ending", format!(".{}", ending.to_lowercase()));
}
