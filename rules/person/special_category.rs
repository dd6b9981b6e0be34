use super::topics::{Evidence, tell};
use munilint_detect::header::words;
use munilint_detect::sensitive::Topic;
use munilint_model::{Body, Findings, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let is_elected = is_of_elections(facts);
    tell(facts, found, Topic::is_special_category, |topic, evidence, draft| {
        if topic == Topic::PoliticalOpinion && evidence == Evidence::Header && is_elected {
            draft.variant("public").severity(Severity::Note);
        }
    });
}

/// True for lists of candidates and elected members, whose party is public.
fn is_of_elections(facts: &TableFacts) -> bool {
    const STARTS: [&str; 11] = [
        "kandidat", "folkevalg", "folkevald", "candidate", "valgliste", "valliste", "kommunestyre", "bystyre",
        "fylkesting", "representant", "verv",
    ];
    let names = facts.fields.iter().map(|field| field.name.as_str()).chain([&*facts.table.source]);
    let mut words = names.flat_map(words);
    words.any(|word| STARTS.iter().any(|start| word.starts_with(start)))
}
