use crate::matching::{Matching, present};
use munilint_detect::header::fold;
use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, Role, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Words for prices of one year, folded. A `fast pris` is one that a contract keeps.
const FIXED: [&str; 6] =
    ["faste priser", "faste prisar", "faste kroner", "fast kroneverdi", "fixed prices", "constant prices"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    // A field of its own may tell the year.
    if facts.fields.iter().any(|field| tells_base(&field.name)) {
        return;
    }
    for field in facts.fields.iter().filter(|field| is_open(&field.name)) {
        let seen = Occurrences::at(Place::Field { column: field.column });
        found.add(Some(field.column), seen).variant("field").excerpt("example", &field.name);
    }
    for field in facts.fields.iter().filter(|field| may_name_measures(field)) {
        let open = Matching::of(present(field), |text, _| is_open(text));
        if !open.is_empty() {
            let example = open.example;
            found.add(Some(field.column), open.seen).excerpt("example", example);
        }
    }
}

/// True when a text tells of fixed prices and names no year. Which of two years is meant is for its reader.
fn is_open(text: &str) -> bool {
    let folded = fold(text);
    let padded = format!(" {folded} ");
    FIXED.iter().any(|words| padded.contains(&format!(" {words} "))) && !has_year(&folded)
}

fn has_year(folded: &str) -> bool {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    folded.split(|c: char| !c.is_ascii_digit()).any(is_year)
}

fn tells_base(name: &str) -> bool {
    let folded = fold(name);
    ["basisar", "prisar", "prisniva", "prisgrunnlag", "base year"].iter().any(|word| folded.contains(word))
}

fn may_name_measures(field: &FieldFacts) -> bool {
    matches!(field.role.role, Role::Unknown | Role::Category)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fixed_prices_need_a_year() {
        for text in ["Utgifter, faste priser", "Gross product, constant prices"] {
            assert!(is_open(text), "{text}");
        }
        for text in [
            "Faste 2015-priser", "faste priser (2020=100)", "faste 2015-kroner", "Fastpris", "1 år fast pris",
            "løpende priser", "fastpris 2 år", "",
        ] {
            assert!(!is_open(text), "{text}");
        }
    }
}
