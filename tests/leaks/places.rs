//! Where an identifier may be: in every part of a table that some rule speaks of, in names, settings and pages.

use crate::Seed;
use std::fs;
use std::path::Path;

/// How many places each identifier is put in.
const PLACES_EACH: usize = 5;

/// A table with an identifier in it.
type Place = fn(&str) -> String;

/// In each of these some rule finds something, mostly in the identifier itself.
const PLACES: [(&str, Place); 31] = [
    ("code", |id| format!("kommunenummer;x\n0301;1\n{id};2\n1103;3\n4601;4\n5501;5\n")),
    ("code among lost zeros", |id| format!("kommunenummer;x\n301;{id}\n{id};2\n1103;3\n0301;{id}\n")),
    ("postal code", |id| format!("postnr;x\n0150;1\n{id};2\n4001;3\n7010;4\n")),
    ("organisation number", |id| format!("organisasjonsnummer;x\n974760673;1\n{id};2\n974760674;{id}\n971032081;4\n")),
    ("untrimmed", |id| format!("navn;x\n {id} ;1\na;2\n{id} ;3\n")),
    ("no-break space", |id| format!("navn;x\n{id}\u{a0};1\n\u{200b}{id};2\na;{id}\n")),
    ("mojibake", |id| format!("navn;x\nTromsÃ¸ {id};1\n{id} Ã¸;2\n")),
    ("lost characters", |id| format!("navn;x\nTroms\u{fffd} {id};{id}\n")),
    ("control character", |id| format!("navn;x\n{id}\u{7};1\n\u{1b}[31m{id};2\n")),
    ("NUL", |id| format!("navn;x\n{id}\0{id};1\nb;2\n")),
    ("equal rows", |id| format!("nr;x\n{id};1\n{id};1\n{id};1\n")),
    ("header", |id| format!("{id};{id};navn {id}\n1;2;3\n1;2;3\n")),
    ("quoted header", |id| format!("\"{id}\";\"a\n{id}\";b\n1;2;3\n;;\n")),
    ("no header", |id| format!("{id};1;2\n{id};3;4\n{id};5;6\n")),
    ("title", |id| format!("Uttrekk for {id}\n\nnr;x\n1;2\n3;4\n")),
    ("separator line", |id| format!("sep=;\n{id};x\n1;{id}\n")),
    ("long row", |id| format!("nr;x\n1;2\n{id};2;{id};{id}\n3;4\n")),
    ("short row", |id| format!("nr;x;y\n1;2;3\n{id}\n{id};2\n4;5;6\n")),
    ("trailing delimiter", |id| format!("nr;x\n{id};2;\n{id};4;\n")),
    ("unclosed quote", |id| format!("nr;x\n1;\"{id}\n2;{id}\n3;4\n")),
    ("text behind a quote", |id| format!("nr;x\n1;\"{id}\"{id}\n\"{id}\" ;2\n")),
    ("stray quote", |id| format!("nr;x\n1;{id}\"\n2;a\"{id}\"b\n")),
    ("quoted cell", |id| format!("nr,x\n\"{id}\",\"a \"\"{id}\"\" b\"\n\"{id}\n{id}\",2\n")),
    ("impossible date", |id| {
        format!("dato;x\n01.02.2024;{id}\n31.02.2024;{id}\n{id};2\n31.04.2024;{id}\n2024-01-01;4\n")
    }),
    ("age and year", |id| format!("alder;år\n34;2024\n{id};{id}\n40;2023\n41;20222\n430;{id}\n")),
    ("figures", |id| format!("beløp;x\n1,5;1\n{id};2\n2.5;3\n{id},5;4\n3,5;5\n4,5;6\n5,5;7\n")),
    ("missing values", |id| format!("verdi;{id}\n..;{id}\n-;{id}\nNA;\n{id};{id}\n;.\n:;\n")),
    ("free text", |id| {
        format!(
            "nr;merknad\n1;ringte om {id}, som bor i Oslo, og ba om svar innen en uke\n2;{id}{id}\n3;se sak:{id}.\n4; ny frist\n"
        )
    }),
    ("name and address", |id| {
        format!(
            "navn;adresse;telefon;epost;fødselsdato;kontonummer\n{id};{id};{id};{id};{id};{id}\n {id}; {id}; {id}; {id}; {id}; {id}\n"
        )
    }),
    ("narrow columns", |id| format!("a;b;c;d\n {id};{id};{id};{id}\n{id};{id}; {id};{id}\n;;;\n")),
    ("a cell of many kilobytes", |id| {
        let filler = "lang tekst om en sak som ikke tar slutt ".repeat(101);
        // The windows through which a row is seen end at every position of the identifier.
        let cells: Vec<String> =
            (0..18).map(|i| format!("1;{}{id} {filler} \u{a0}{id}{filler}{id}", "x".repeat(i))).collect();
        format!("nr;tekst\n{}\n", cells.join("\n"))
    }),
];

/// Metadata with an identifier wherever text is: its name, and what is in it. `id` is quoted as in JSON, without its quotes.
const METADATA: [(&str, Place); 9] = [
    ("katalog.ttl", |id| {
        format!(
            "@prefix dcat: <http://www.w3.org/ns/dcat#> .\n@prefix dct: <http://purl.org/dc/terms/> .\n\
             @prefix foaf: <http://xmlns.com/foaf/0.1/> .\n@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .\n\
             <https://eksempel.no/a> a dcat:Dataset ; dct:title \"{id}\" , \"<p>{id}\"@no ;\n dct:description \"{id}\"@nb ;\n\
             dcat:keyword \"a, {id}, b\"@nb ; dcat:theme \"{id}\" ; dct:accessRights \"{id}\" ; dct:spatial \"{id}\" ;\n\
             dct:accrualPeriodicity \"{id}\" ; dct:issued \"{id}\" ; dct:language \"{id}\" ; dct:conformsTo \"{id}\" ;\n\
             dct:publisher [ a foaf:Agent ; foaf:name \"{id}\" ] ;\n\
             dcat:contactPoint [ a vcard:Kind ; vcard:fn \"{id}\" ; vcard:hasEmail \"{id}\" ] ;\n\
             dcat:distribution [ dct:license \"{id}\" ; dct:format \"{id}\" ; dcat:mediaType \"{id}\" ; dct:title \"{id}\"@nb ] .\n"
        )
    }),
    ("brutt.ttl", |id| format!("<https://eksempel.no/a> a dcat:{id} ; \"{id}\n")),
    ("datapackage.json", |id| {
        format!(
            "{{ \"name\": \"{id}\", \"title\": \"{id}\", \"description\": \"TODO {id}\", \"keywords\": [\"{id}\"],\n\
             \"licenses\": [{{ \"name\": \"{id}\" }}], \"contributors\": [{{ \"title\": \"{id}\", \"email\": \"{id}\" }}],\n\
             \"resources\": [ {{ \"name\": \"{id}\", \"path\": \"{id}\", \"schema\": {{ \"fields\": [\n\
             {{ \"name\": \"{id}\", \"type\": \"{id}\", \"title\": \"{id}\", \"description\": \"{id}\",\n\
             \"constraints\": {{ \"enum\": [\"{id}\"], \"pattern\": \"{id}\" }} }} ] }} }} ] }}\n"
        )
    }),
    ("brutt-metadata.json", |id| {
        format!("{{ \"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"{id}\", {id} }}\n")
    }),
    ("csvw-metadata.json", |id| {
        format!(
            "{{ \"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"{id}\", \"{id}\": \"{id}\", \"dc:title\": \"{id}\",\n\
             \"tableSchema\": {{ \"columns\": [ {{ \"name\": \"{id}\", \"titles\": \"{id}\", \"datatype\": \"{id}\" }} ],\n\
             \"primaryKey\": \"{id}\" }} }}\n"
        )
    }),
    ("kontrakt.odcs.yaml", |id| {
        format!(
            "apiVersion: v3.0.0\nkind: DataContract\nid: \"{id}\"\nname: \"{id}\"\nversion: 1.0.0\nstatus: active\n\
             description:\n  purpose: \"{id}\"\nteam:\n  - username: \"{id}\"\n    role: Owner\nschema:\n  - name: \"{id}\"\n    \
             properties:\n      - name: \"{id}\"\n        logicalType: \"{id}\"\n        description: \"{id}\"\n"
        )
    }),
    ("datasett.jsonld", |id| {
        format!(
            "{{ \"@context\": \"https://schema.org/\", \"@type\": \"Dataset\", \"name\": \"{id}\", \"description\": \"{id}\",\n\
             \"creator\": {{ \"@type\": \"Person\", \"name\": \"{id}\", \"email\": \"{id}\" }}, \"license\": \"{id}\" }}\n"
        )
    }),
    ("README.md", |id| {
        format!(
            "# {id}\n\nOm {id} og andre.\n\nKontakt: {id}\nLisens: {id}\n\n| felt | beskrivelse |\n|---|---|\n| {id} | {id} |\n\
             | b | {id} |\n"
        )
    }),
    ("fields.xml", |id| {
        let id = id.replace('<', "&lt;").replace('&', "&amp;");
        format!(
            "<datasetFields><fields><field><name>{id}</name><shortName>{id}</shortName><content>{id}</content></field></fields>\
             </datasetFields>\n"
        )
    }),
];

/// Writes metadata with every identifier in it, each in a folder of its own beside a table.
pub(crate) fn write_metadata(folder: &Path, seeds: &[Seed]) {
    for (i, seed) in seeds.iter().enumerate() {
        let (name, metadata) = METADATA[(i + i / METADATA.len()) % METADATA.len()];
        let quoted = match name.rsplit('.').next() {
            // These two know no escapes.
            Some("md" | "xml") => seed.written.replace('\t', " "),
            _ => serde_json::to_string(&seed.written).expect("text is JSON").trim_matches('"').to_owned(),
        };
        let own = folder.join(format!("metadata {i}"));
        fs::create_dir(&own).expect("the folder can be made");
        fs::write(own.join(name), metadata(&quoted)).expect("the metadata can be written");
        fs::write(own.join("tabell.csv"), format!("nr;x\n1;{}\n2;b\n", seed.written))
            .expect("the table can be written");
    }
}

/// Writes tables in which every identifier stands in several places, in every place some of each kind and form, in three
/// encodings, a quarter of them under a name that is the identifier. Gives how many there are.
pub(crate) fn write_tables(folder: &Path, seeds: &[Seed]) -> usize {
    let mut files = 0;
    for (i, seed) in seeds.iter().enumerate() {
        for turn in 0..PLACES_EACH {
            let (place, table) = PLACES[(i + i / PLACES.len() + turn * 7) % PLACES.len()];
            let text = table(&seed.written);
            let name = match files % 4 {
                0 => format!("{} {place}", seed.written.replace(['/', '\t', '<', '>'], " ")),
                _ => place.to_owned(),
            };
            let bytes = match files % 7 {
                0 => utf16(&text),
                1 | 2 => latin1(&text).unwrap_or_else(|| text.into_bytes()),
                _ => text.into_bytes(),
            };
            fs::write(folder.join(format!("{name} {files}.csv")), bytes).expect("the table can be written");
            files += 1;
        }
    }
    files
}

fn latin1(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// Tables whose columns hold identifiers of one kind and form each, under names that say so and names that do not, with
/// their file names.
pub(crate) fn columns(seeds: &[Seed]) -> Vec<(String, Vec<u8>)> {
    let forms = seeds.len() / crate::EACH;
    let mut tables = Vec::new();
    for form in 0..forms {
        let column: Vec<&str> = seeds.iter().skip(form).step_by(forms).map(|seed| seed.written.as_str()).collect();
        for header in ["nr", "telefon", "beløp", "merknad"] {
            let mut text = format!("{header};{};teller\n", column[0].replace('\t', " "));
            for (row, id) in column.iter().enumerate() {
                text.push_str(&format!("{id};{id};{row}\n"));
            }
            tables.push((format!("{header}-{form}.csv"), text.into_bytes()));
        }
    }
    tables
}

/// Configurations that are faulty, with an identifier in what is wrong, beside it or in it.
pub(crate) fn settings(id: &str) -> Vec<String> {
    let text = format!("\"{id}\"");
    vec![
        format!("# spør {id}\nselct = [{text}]\n"),
        format!("select = [{text}]\n"),
        format!("ignore = [\"code\", {text}]\n"),
        format!("lang = {text}\n"),
        format!("{text} = 1\n"),
        format!("exclude = ['{id}[']\n"),
        format!("packs = [{text}]\n"),
        format!("[rules.{text}]\nseverity = \"error\"\n"),
        format!("[rules.\"code/lost-leading-zero\"]\n{text} = 3\n"),
        format!("[fields]\n{text} = \"municipality\"\n"),
        format!("[fields]\nknr = {text}\n"),
        format!("fail-on = {}\n", id.replace(['\t', '\n'], " ")),
        format!("[[paths]]\nmatch = [{text}]\nrules = {text}\n"),
        format!("profile = {text}\n"),
        format!("[[allow]]\nmatch = [{text}]\nrule = {text}\nreason = \"x\"\n"),
        format!("[[allow]]\nmatch = [\"*\"]\nrule = \"code\"\nreason = \"x\"\nuntil = {text}\n"),
        format!("[[allow]]\nmatch = ['{id}[']\nrule = \"code\"\nreason = \"x\"\n"),
    ]
}

/// A configuration with an identifier in whatever an entry that allows findings says: of one that allows something, of one
/// that is about nothing, and of one that has expired.
pub(crate) fn allowing(id: &str) -> String {
    let text = format!("\"{id}\"");
    // A reason has to say something.
    let reason = format!("\"Avklart med personvernombudet om {id}\"");
    format!(
        "[[allow]]\nmatch = [\"*.csv\"]\nrule = \"value\"\nreason = {reason}\n\
         [[allow]]\nmatch = [{text}]\nrule = \"code\"\nfield = {text}\nreason = {reason}\n\
         [[allow]]\nmatch = [\"a.csv\", {text}]\nrule = \"person/*\"\nreason = {reason}\nuntil = 2020-01-01\n"
    )
}

const PACK: &str = "name = \"pakke\"\ntitle = \"En pakke\"\n";

const PAGE: &str = "# Tittel

```toml
severity = \"error\"
dimension = \"accuracy\"
[given]
name = [\"nr\"]
[assert]
one-of = [\"a\"]
[message]
en = \"{count} wrong ({example})\"
nb = \"{count} feil ({example})\"
[why]
en = \"why\"
nb = \"hvorfor\"
[help]
en = \"help\"
nb = \"hjelp\"
```

## Bad

```csv bad
nr
ID
```

```findings
row 2, field \"nr\": 1 wrong (ID)
```

## Good

```csv good
nr
a
```
";

/// Packs, each as `pack.toml` and a page, that are faulty or break a law, with an identifier in what is wrong.
pub(crate) fn packs(id: &str) -> Vec<(String, String)> {
    let text = format!("\"{id}\"");
    let page = |from: &str, to: &str| (PACK.to_owned(), PAGE.replace("ID", id).replacen(from, to, 1));
    vec![
        (format!("name = {text}\ntitle = {text}\n"), PAGE.to_owned()),
        (format!("{PACK}[codelists]\nliste = {text}\n"), PAGE.to_owned()),
        (format!("{PACK}[codelists]\n{text} = \"a.csv\"\n"), PAGE.to_owned()),
        page("\"error\"", &text),
        page("one-of = [\"a\"]", &format!("codelist = {text}")),
        page("one-of = [\"a\"]", &format!("pattern = '{id}('")),
        page("({example})", &format!("({{example}} {id} {{{id}}})")),
        page("```csv good", &format!("```csv good {}", id.replace(['\t', '\n'], " "))),
        page("# Tittel", &format!("{id} Tittel")),
        // The page lists what the command never shows, so that a law is broken.
        page("nothing", "nothing"),
        page("\na\n", &format!("\n{id}\n")),
    ]
}
