use munilint_model::{Body, FieldFacts, Findings, Occurrences, Options, Place, TableFacts};
use std::collections::BTreeMap;

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    if facts.layout().header_row.is_none() {
        return;
    }
    let mut alike: BTreeMap<String, Vec<&FieldFacts>> = BTreeMap::new();
    for field in facts.fields.iter().filter(|field| !field.name.trim().is_empty()) {
        let fields = alike.entry(plain(&field.name)).or_default();
        // Equal names are another rule's matter.
        if fields.iter().all(|other| other.name != field.name) {
            fields.push(field);
        }
    }
    let mut pairs: Vec<(&FieldFacts, &FieldFacts)> =
        alike.values().flat_map(|fields| fields[1..].iter().map(|field| (fields[0], *field))).collect();
    pairs.sort_by_key(|(_, field)| field.column);
    let hidden: Vec<&FieldFacts> = facts.fields.iter().filter(|field| has_hidden_blanks(&field.name)).collect();
    if let Some((first, second)) = pairs.first() {
        let draft = found.add(Some(second.column), places(pairs.iter().map(|(_, field)| *field)));
        draft.excerpt("name", &second.name).excerpt("other", &first.name);
    } else if let Some(first) = hidden.first() {
        let draft = found.add(Some(first.column), places(hidden.iter().copied())).variant("blanks");
        draft.excerpt("name", first.name.trim());
    }
}

fn places<'a>(fields: impl Iterator<Item = &'a FieldFacts>) -> Occurrences {
    let mut seen = Occurrences::default();
    fields.for_each(|field| seen.add(|| Place::Field { column: field.column }));
    seen
}

/// The name in lower case without blanks, other than those between two digits.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        let is_number = |c: char| c.is_ascii_digit();
        if plain.ends_with(is_number) && word.starts_with(is_number) {
            plain.push(' ');
        }
        plain.extend(word.chars().flat_map(char::to_lowercase));
    }
    plain
}

/// True when the name begins or ends with a blank, or has two in a row. Line breaks are another rule's matter.
fn has_hidden_blanks(name: &str) -> bool {
    let name = name.trim_start_matches('\u{feff}');
    let blanks = |c: char| c.is_whitespace() && c != '\n' && c != '\r';
    let is_one_line = !name.contains(['\n', '\r']);
    is_one_line && !name.trim().is_empty() && name.split(blanks).any(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_blanks_and_capitals() {
        assert_eq!(plain("Antall  Personer"), plain("antall personer"));
        assert_eq!(plain("kommune nr"), plain("Kommunenr"));
        assert_ne!(plain("sone 1 1"), plain("sone 11"));
        assert_ne!(plain("antall_personer"), plain("antall personer"));
    }

    #[test]
    fn hidden_blanks_are_seen() {
        assert!(has_hidden_blanks("antall ") && has_hidden_blanks("antall  personer"));
        assert!(
            !has_hidden_blanks("antall personer") && !has_hidden_blanks("antall\npersoner") && !has_hidden_blanks(" ")
        );
    }
}
