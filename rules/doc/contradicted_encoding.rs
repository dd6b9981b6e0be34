//! See `contradicted-encoding.md`.

use munilint_model::{Body, Described, DescribedFound, Encoding, Occurrences, Options, TableFacts};

pub(crate) const BODY: Body = Body::Described(judge);

fn judge(described: &Described<'_>, _: &Options, found: &mut DescribedFound) {
    let facts = described.facts;
    let Some(said) = described.form().and_then(|form| form.encoding.as_ref()) else { return };
    let own = facts.layout().encoding;
    if kind_of(&said.what).is_none_or(|kind| kind == kind_of_encoding(own)) {
        return;
    }
    // Text without a letter beyond ASCII is the same in all but UTF-16.
    if own == Encoding::Utf8 && kind_of(&said.what) != Some(Kind::Utf16) && !has_letters_beyond_ascii(facts) {
        return;
    }
    let draft = found.of_metadata.add(None, Occurrences::at(said.at));
    draft.excerpt("said", &said.what).word("encoding", own.name()).excerpt("table", &facts.table.source);
}

/// Encodings that are taken for each other, and in which Norwegian letters are the same.
#[derive(PartialEq, Eq)]
enum Kind {
    Utf8,
    Utf16,
    Latin,
    Other,
}

fn kind_of(said: &str) -> Option<Kind> {
    let bare: String = said.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    Some(match bare.as_str() {
        "utf8" | "utf8sig" | "utf8bom" => Kind::Utf8,
        "utf16" | "utf16le" | "utf16be" => Kind::Utf16,
        "latin1" | "iso88591" | "iso885915" | "latin9" | "windows1252" | "cp1252" | "ansi" => Kind::Latin,
        "macintosh" | "macroman" | "iso885910" => Kind::Other,
        "usascii" | "ascii" => Kind::Other,
        _ => return None,
    })
}

fn kind_of_encoding(encoding: Encoding) -> Kind {
    kind_of(encoding.name()).unwrap_or(Kind::Other)
}

fn has_letters_beyond_ascii(facts: &TableFacts) -> bool {
    let mut names = facts.fields.iter().map(|field| field.name.as_str());
    let mut values = facts.fields.iter().flat_map(|field| field.values.iter().flatten());
    names.any(|name| !name.is_ascii()) || values.any(|value| !value.text.is_ascii())
}
