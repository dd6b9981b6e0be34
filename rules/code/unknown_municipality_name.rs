use super::totals_among_parts::is_total;
use crate::areas::glued::area;
use crate::areas::municipalities::MUNICIPALITIES;
use crate::areas::names::{COUNTIES, is_known_name, municipality_names, numbers_of, without_brackets, without_kind};
use crate::matching::{Matching, present};
use munilint_detect::header::{fold, words};
use munilint_detect::label::differ_by_one;
use munilint_model::{Body, Confidence, FieldFacts, Findings, Options, Role, Severity, TableFacts, ValueFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// Shorter names are one letter from too many others.
const LONG: usize = 5;

/// Words of what is no municipality and stands among them all the same, folded.
const OTHERS: [&str; 42] = [
    "uoppgitt", "ukjent", "annet", "andre", "anna", "ovrige", "ovrig", "diverse", "utlandet", "utenfor", "utland",
    "svalbard", "mayen", "kontinentalsokkelen", "sokkelen", "sokkel", "norge", "noreg", "norway", "landet",
    "nasjonalt", "riket", "fylke", "fylker", "fylket", "fylkeskommune", "kommuner", "kommunene", "county", "region",
    "regionen", "ikke", "ikkje", "uten", "uspesifisert", "fordelt", "unknown", "other", "gjennomsnitt", "snitt", "sum",
    "total",
];

fn judge(facts: &TableFacts, options: &Options, found: &mut Findings) {
    let (least, share) = (options.number("least"), options.number("share"));
    for field in facts.fields.iter().filter(|field| field.role.role == Role::MunicipalityName) {
        let values = present(field);
        tell_lost_letters(field.column, &values, found);
        let header = fold(&field.name);
        let known = values.iter().filter(|value| numbers_of(&value.text).is_some()).count() as f64;
        let unknown = Matching::of(values, |name, _| is_unknown(name, &header));
        // Where many are unknown the field holds something else as well.
        if unknown.is_empty() || known < least || unknown.different() as f64 > known * share {
            continue;
        }
        tell(field, &header, found);
    }
}

/// Names without the Norwegian letters that other names of the field have: a program that compares texts does not know them.
fn tell_lost_letters(column: u32, values: &[&ValueFacts], found: &mut Findings) {
    if !values.iter().any(|value| has_norwegian_letters(&value.text)) {
        return;
    }
    // One that stands there in full, too, is written in two ways: another rule's matter.
    let stands = |name: &str| values.iter().any(|value| value.text.to_lowercase().contains(&name.to_lowercase()));
    let is_lost = |name: &str| with_letters(name).is_some_and(|full| !stands(full));
    let plain = Matching::of(values.iter().copied(), |name, _| is_lost(name));
    if let Some(name) = with_letters(plain.example) {
        found.add(Some(column), plain.seen).variant("letters").excerpt("example", plain.example).word("near", name);
    }
}

fn has_norwegian_letters(name: &str) -> bool {
    name.chars().any(|c| "æøåÆØÅ".contains(c))
}

/// The name of a municipality that was written without its letters: `Hoylandet`, `Baerum`.
fn with_letters(name: &str) -> Option<&'static str> {
    let bare = without_kind(without_brackets(name));
    let codes = numbers_of(bare).filter(|_| bare.is_ascii())?;
    let (folded, lower) = (fold(bare), bare.to_lowercase());
    let entries = codes.iter().flat_map(|code| MUNICIPALITIES.entries(code));
    let names: Vec<&str> = entries.flat_map(|entry| parts(&entry.name)).filter(|part| fold(part) == folded).collect();
    let is_written_so = names.iter().any(|name| name.to_lowercase() == lower);
    names.into_iter().rfind(|name| !is_written_so && has_norwegian_letters(name))
}

/// Names that look like one municipality's, and those that do not, are told of apart.
fn tell(field: &FieldFacts, header: &str, found: &mut Findings) {
    for is_slip in [true, false] {
        let meant =
            Matching::of(present(field), |name, _| is_unknown(name, header) && nearest(name).is_some() == is_slip);
        if meant.is_empty() {
            continue;
        }
        let draft = found.add(Some(field.column), meant.seen).excerpt("example", meant.example);
        match nearest(meant.example) {
            Some(name) => draft.word("near", name),
            None => draft.variant("strange").severity(Severity::Note).confidence(Confidence::Medium),
        };
    }
}

/// True when no municipality has or has had the name, and it is no total, no other area and no word for what is not known.
fn is_unknown(name: &str, header: &str) -> bool {
    let bare = without_kind(without_brackets(name));
    let is_one_name =
        bare.chars().all(|c| c.is_alphabetic() || " -–./'".contains(c)) && bare.chars().any(char::is_alphabetic);
    let is_other = || words(bare).iter().any(|word| OTHERS.contains(&word.as_str()));
    // `Oslo i alt`, `Bergen sentrum`: a name with something behind it.
    let first = || bare.split([' ', '-', '/', '–']).next().is_some_and(|first| numbers_of(first).is_some());
    is_one_name
        && numbers_of(name).is_none()
        && !is_known_name(name)
        && area(name).is_none()
        && !is_total(&fold(name), header)
        && !is_other()
        && !first()
        && !is_county_with_more(bare)
}

/// True for a county's name in several languages or with a word behind it.
fn is_county_with_more(name: &str) -> bool {
    let name = fold(name);
    COUNTIES.iter().any(|county| name.starts_with(&fold(&county.name)))
}

/// The only municipality whose name differs from this one by one letter, as it is written.
fn nearest(name: &str) -> Option<&'static str> {
    let wanted: Vec<char> = fold(without_kind(without_brackets(name))).chars().collect();
    if wanted.len() < LONG {
        return None;
    }
    let is_near = |other: &&str| {
        let other: Vec<char> = other.chars().collect();
        other.first() == wanted.first() && differ_by_one(&wanted, &other)
    };
    let mut near = municipality_names().filter(is_near);
    let folded = near.next().filter(|_| near.next().is_none())?;
    let entry = MUNICIPALITIES.iter().filter(|entry| parts(&entry.name).any(|part| fold(part) == folded)).last()?;
    parts(&entry.name).find(|part| fold(part) == folded)
}

fn parts(name: &str) -> impl Iterator<Item = &str> {
    without_brackets(name).split(" - ").map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_letters_are_told() {
        for (name, full) in [("Hoylandet", "Høylandet"), ("BAERUM", "Bærum"), ("Tromso kommune", "Tromsø")] {
            assert_eq!(with_letters(name), Some(full), "{name}");
        }
        for name in ["Høylandet", "Oslo", "BERGEN", "Rana", "Karasjok", "Storeby", ""] {
            assert_eq!(with_letters(name), None, "{name}");
        }
    }

    #[test]
    fn slips_are_told_from_what_is_no_municipality() {
        for (name, near) in [
            ("Bæerum", Some("Bærum")),
            ("Lilestrøm", Some("Lillestrøm")),
            ("Stavagner kommune", Some("Stavanger")),
            ("Kristiansannd", Some("Kristiansand")),
            ("Storeby", None),
        ] {
            assert!(is_unknown(name, "kommune"), "{name}");
            assert_eq!(nearest(name), near, "{name}");
        }
        for name in [
            "Oslo", "Bergen kommune", "Våler (Østfold)", "Uoppgitt", "Uoppgitt kommune", "Svalbard", "Jan Mayen",
            "Norge", "Kontinentalsokkelen", "Hele landet", "Nordland", "Nordland - Nordlánnda",
            "Rogaland fylkeskommune", "Sagene", "Sverige", "I alt", "Oslo i alt", "0301 Oslo", "BOKN, KARMØY",
            "Sandvika", "Bergen sentrum", "12", "-", "Ålesund (2020-2023)", "Utenfor kommunene", "Øvrige kommuner",
        ] {
            assert!(!is_unknown(name, "kommune"), "{name}");
        }
    }
}
