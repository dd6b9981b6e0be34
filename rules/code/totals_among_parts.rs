use super::area_levels;
use crate::matching::{Matching, present};
use crate::years::is_measure;
use munilint_detect::header::fold;
use munilint_model::{Body, FieldFacts, Findings, Options, Role, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words that stand for all of something, folded.
const TOTALS: [&str; 25] = [
    "i alt", "ialt", "alt", "total", "totalt", "totals", "sum", "samlet", "til sammen", "tilsammen", "begge kjonn",
    "alle kjonn", "menn og kvinner", "kvinner og menn", "gutter og jenter", "jenter og gutter", "alle aldre",
    "alle aldersgrupper", "all ages", "both sexes", "both genders", "all genders", "grand total", "totalsum",
    "alder i alt",
];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // Nothing is counted twice in a table without figures.
    if !facts.fields.iter().any(is_measure) {
        return;
    }
    let levels_are_told = area_levels::are_told(facts);
    for field in facts.fields.iter().filter(|field| may_hold_parts(field)) {
        // A field of levels is what the help asks for.
        if levels_are_told && matches!(field.role.role, Role::CountyName | Role::MunicipalityName | Role::CityDistrict)
        {
            continue;
        }
        let values = present(field);
        let header = fold(&field.name);
        let totals = Matching::of(values.iter().copied(), |text, _| is_total(&fold(text), &header));
        let parts = values.len() - totals.texts.len();
        if totals.is_empty() || parts < 2 {
            continue;
        }
        let example = totals.example;
        found.add(Some(field.column), totals.seen).excerpt("example", example).count("parts", parts as u64);
    }
}

fn may_hold_parts(field: &FieldFacts) -> bool {
    let role = field.role.role;
    let is_text = field.shape(Shape::Text).count * 2 > field.present();
    is_text && !role.is_personal() && !matches!(role, Role::FreeText | Role::Key | Role::MunicipalityNumber)
}

/// True when the folded text, in a field of that folded name, stands for all of something.
pub(super) fn is_total(text: &str, header: &str) -> bool {
    TOTALS.contains(&text)
        || [" i alt", " ialt", " totalt"].iter().any(|end| text.ends_with(end))
        || (text.ends_with(" total") && !text.starts_with("andel"))
        // `Alle innvandringsgrunner` under `innvandringsgrunn`; `Alle` alone may be an answer.
        || text.strip_prefix("alle ").is_some_and(|word| header.len() >= 4 && word.starts_with(header))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_are_told_from_names() {
        for total in ["Oslo i alt", "Begge kjønn", "Alder i alt", "I alt", "Totalt", "SUM", "030100aa Oslo total"] {
            assert!(is_total(&fold(total), "x"), "{total}");
        }
        assert!(is_total("alle innvandringsgrunner", "innvandringsgrunn"));
        for part in ["Total Norge AS", "Alle hjerter", "Sumo", "Begge foreldre", "Alt for Norge", "Alle"] {
            assert!(!is_total(&fold(part), "navn"), "{part}");
        }
    }
}
