//! The renderer's own words, in Bokmål and English. What rules say comes from their pages.

use munilint_model::{Confidence, Language, Limit, Severity};

/// One and many of a thing that is counted.
pub(crate) struct Noun(&'static str, &'static str);

/// The words of one language.
pub(crate) struct Words {
    pub(crate) language: Language,
    /// Error, warning and note.
    severities: [Noun; 3],
    finding: Noun,
    file: Noun,
    data_row: Noun,
    rule: Noun,
    problem_count: Noun,
    pair: Noun,
    /// Medium and low confidence.
    confidences: [&'static str; 2],
    /// Before the reason of a rule.
    pub(crate) why: &'static str,
    /// Before the values that a finding is about.
    pub(crate) values: &'static str,
    /// Before the first values of the field that a finding is about.
    pub(crate) first_values: &'static str,
    /// Before values are shown.
    pub(crate) before_values: &'static str,
    /// Before what to do about a finding.
    pub(crate) help: &'static str,
    /// Before trouble in our run.
    pub(crate) problem: &'static str,
    pub(crate) row: &'static str,
    pub(crate) rows: &'static str,
    pub(crate) line: &'static str,
    pub(crate) lines: &'static str,
    pub(crate) field: &'static str,
    pub(crate) fields: &'static str,
    table: &'static str,
    /// Between the last two of a list.
    and: &'static str,
    /// Behind the number of places that are not named.
    more: &'static str,
    /// In front of the sums of a table.
    pub(crate) total: &'static str,
    /// Summary of findings: `{findings}`, `{files}`, `{severities}`.
    pub(crate) found: &'static str,
    /// Files with findings among all: `{some}`, `{all}`.
    pub(crate) some_of: &'static str,
    /// Summary without findings: `{rules}`, `{files}`, `{rows}`.
    pub(crate) nothing: &'static str,
    /// What was read, below the table: `{files}`, `{rows}`, `{rules}`.
    pub(crate) checked: &'static str,
    /// No file was read.
    pub(crate) no_files: &'static str,
    /// What rules of the family `person` looked for: `{things}`.
    pub(crate) looked_for: &'static str,
    /// The same when there are many: `{things}` of `{kinds}`.
    pub(crate) looked_for_many: &'static str,
    /// No rule of the family `person` ran.
    pub(crate) looked_for_nothing: &'static str,
    /// What the configuration allows: `{findings}`, `{reasons}`.
    pub(crate) allowed: &'static str,
    /// What changed since an earlier report: `{name}`, `{new}`, `{gone}`.
    pub(crate) since: &'static str,
    /// Before the last day of it.
    pub(crate) until: &'static str,
    /// What a screening says of itself.
    pub(crate) statement: &'static str,
    /// Why rules did not see all values of a field.
    pub(crate) unseen: &'static str,
    /// Why a rule gave up at a table: fields, rows and values.
    limits: [&'static str; 3],
    /// Part of the work was not done: `{problems}`.
    pub(crate) partial: &'static str,
    /// Where to read more: `{rule}`.
    pub(crate) explain: &'static str,
    /// Over the table of pairs of files.
    pub(crate) joins: &'static str,
    /// What is counted in it.
    pub(crate) joins_counted: &'static str,
    /// Heads of its figures: rows, those that match today, those that match after safe mends.
    pub(crate) join_heads: [&'static str; 3],
    /// Fields by which all rows match: `{fields}`.
    pub(crate) joins_ready: &'static str,
    /// Pairs that are not shown: `{pairs}`.
    pub(crate) joins_more: &'static str,
    /// What to begin with: `{fields}`, `{today}`, `{after}`.
    pub(crate) joins_first: &'static str,
    /// What the built-in families are about.
    families: [(&'static str, &'static str); 13],
    /// What rules of the families `person` and `risk` look for, by the rule's name.
    things: [(&'static str, &'static str); 41],
}

const EN: Words = Words {
    language: Language::En,
    severities: [Noun("error", "errors"), Noun("warning", "warnings"), Noun("note", "notes")],
    finding: Noun("finding", "findings"),
    file: Noun("file", "files"),
    data_row: Noun("row", "rows"),
    rule: Noun("rule", "rules"),
    problem_count: Noun("problem", "problems"),
    pair: Noun("pair of files", "pairs of files"),
    confidences: ["medium confidence", "low confidence"],
    why: "why:",
    values: "found:",
    first_values: "the field begins:",
    before_values: "personal data is shown below as it stands in the files, on this terminal only: mind who sees the screen, and that the terminal may keep what it showed",
    help: "help:",
    problem: "problem",
    row: "row",
    rows: "rows",
    line: "line",
    lines: "lines",
    field: "field",
    fields: "fields",
    table: "table",
    and: "and",
    more: "more",
    total: "total",
    found: "{findings} in {files}: {severities}.",
    some_of: "{some} of {all}",
    nothing: "No findings from {rules} in {files} ({rows}).",
    checked: "Checked {files} ({rows}) with {rules}.",
    no_files: "No files were checked.",
    looked_for: "Of personal data, munilint looked for {things}; other personal data may still be there.",
    looked_for_many: "Of what tells of persons, munilint looked for {kinds} kinds, {things} among them; other personal data may still be there. With --format json the report names them all, with how much of each is found.",
    looked_for_nothing: "munilint did not look for personal data in this run.",
    allowed: "Besides, the configuration allows {findings}: {reasons}.",
    since: "Since the report {name}: {new} new, {gone} gone.",
    until: "until",
    statement: "Of personal data and of what gives persons away, munilint looked for what the detectors below name, in the files that were read. What texts tell in words of health, offences, beliefs or hidden addresses is not read. Other personal data may still be there: this is no statement that there is none.",
    unseen: "The field has more different values, or longer ones, than are kept beside each other (1,200 values of 128 bytes): detectors that need them all judged by the header and the form of the values, or said nothing of the field.",
    limits: [
        "The table has more fields of the kind that the rule is about than it looks at; the last of them were not looked at.",
        "The table has more rows than are held against those of other tables (1,200): the rule did not compare it.",
        "There are more different values, or combinations of values, than the rule keeps: it said nothing of some fields.",
    ],
    partial: "munilint could not do all of its work: {problems}.",
    explain: "More about a rule: munilint explain {rule}",
    joins: "Can these files be joined?",
    joins_counted: "For each field that they have in common: how many rows of the first file find a match in the second, as the values are written today, and when both files write them alike.",
    join_heads: ["rows", "match today", "written alike"],
    joins_ready: "Ready as it is: all rows match by {fields}.",
    joins_more: "{pairs} more do not match as they are: --format json lists them all.",
    joins_first: "Do first: write {fields} alike in all files. Rows that match go from {today} to {after}.",
    families: [
        ("code", "codes and code lists"),
        ("config", "what munilint.toml says"),
        ("dcat", "catalogue entry (DCAT-AP-NO)"),
        ("doc", "documentation of the data"),
        ("file", "how the file is written"),
        ("geo", "coordinates and geometry"),
        ("join", "keys, and files beside each other"),
        ("person", "personal data"),
        ("pkg", "Data Package"),
        ("risk", "groups so small that people show"),
        ("stat", "statistical tables"),
        ("table", "header, rows and columns"),
        ("value", "how values are written"),
    ],
    things: [
        ("confidential-sector", "cases of confidential services"),
        ("criminal-offence", "criminal offences"),
        ("identifier-in-name", "persons in names of files and fields"),
        ("identity-mismatch", "identity numbers that disagree with birth or gender"),
        ("key-beside-data", "keys beside the data they belong to"),
        ("pseudonym-key", "pseudonyms beside names"),
        ("sole-proprietor", "sole proprietors"),
        ("special-category", "special categories of personal data"),
        ("bank-account", "bank accounts of persons"),
        ("duf-number", "DUF-numbers"),
        ("foreign-identity-number", "Swedish and Danish identity numbers"),
        ("health-institution-number", "H- and FH-numbers of the health service"),
        ("house-coordinates", "coordinates of homes"),
        ("invalid-identity-number", "invalid identity numbers"),
        ("property-number", "properties of persons"),
        ("other-person-number", "numbers of passports, pupils, clients and others"),
        ("lost-zero-identity-number", "identity numbers without their leading zero"),
        ("network-address", "IP and MAC addresses"),
        ("payment-card", "payment cards"),
        ("unsalted-hash", "hashes in place of persons"),
        ("birth-date", "birth dates"),
        ("d-number", "D-numbers"),
        ("home-address", "home addresses"),
        ("licence-plate", "licence plates"),
        ("person-name", "names of persons"),
        ("personal-email", "e-mail addresses"),
        ("national-identity-number", "national identity numbers"),
        ("telephone", "telephone numbers"),
        ("lone-suppressed-cell", "suppressed cells that totals give back"),
        ("small-count", "small counts of people"),
        ("dominant-contributor", "sums that one or two enterprises dominate"),
        ("few-contributors", "sums of few enterprises"),
        ("homogeneous-group", "groups that share one sensitive value"),
        ("linkable-files", "files that together name persons"),
        ("mixed-suppression-signs", "mixed signs of hidden figures"),
        ("rare-combination", "persons whom few others are like"),
        ("rare-value", "rare values that single out persons"),
        ("share-gives-count-back", "shares that give small counts back"),
        ("small-area", "fine figures of small areas"),
        ("suppressed-here-only", "hidden figures that another file shows"),
        ("whole-group", "whole groups in one situation"),
    ],
};

const NB: Words = Words {
    language: Language::Nb,
    severities: [Noun("feil", "feil"), Noun("advarsel", "advarsler"), Noun("merknad", "merknader")],
    finding: Noun("funn", "funn"),
    file: Noun("fil", "filer"),
    data_row: Noun("rad", "rader"),
    rule: Noun("regel", "regler"),
    problem_count: Noun("problem", "problemer"),
    pair: Noun("filpar", "filpar"),
    confidences: ["middels sikkert", "usikkert"],
    why: "hvorfor:",
    values: "funnet:",
    first_values: "feltet begynner slik:",
    before_values: "personopplysninger vises nedenfor slik de står i filene, bare på denne skjermen: pass på hvem som ser den, og husk at terminalen kan ta vare på det den har vist",
    help: "råd:",
    problem: "problem",
    row: "rad",
    rows: "rad",
    line: "linje",
    lines: "linje",
    field: "felt",
    fields: "felt",
    table: "tabell",
    and: "og",
    more: "til",
    total: "i alt",
    found: "{findings} i {files}: {severities}.",
    some_of: "{some} av {all}",
    nothing: "Ingen funn fra {rules} i {files} ({rows}).",
    checked: "Kontrollerte {files} ({rows}) med {rules}.",
    no_files: "Ingen filer ble kontrollert.",
    looked_for: "Av personopplysninger lette munilint etter {things}; det kan likevel finnes andre personopplysninger.",
    looked_for_many: "Av det som forteller om personer, lette munilint etter {kinds} slag, blant dem {things}; det kan likevel finnes andre personopplysninger. Med --format json nevner rapporten alle, og hvor mye av hvert slag som blir funnet.",
    looked_for_nothing: "munilint lette ikke etter personopplysninger denne gangen.",
    allowed: "I tillegg er {findings} tillatt i oppsettet: {reasons}.",
    since: "Siden rapporten {name}: {new} nye, {gone} borte.",
    until: "til og med",
    statement: "Av personopplysninger, og av det som kan røpe enkeltpersoner, lette munilint etter det som er nevnt under «detectors», i filene som ble lest. Det som fritekst forteller med ord om helse, straffbare forhold, livssyn eller skjult adresse, blir ikke lest. Det kan likevel finnes andre personopplysninger: dette er ingen bekreftelse på at filene er uten.",
    unseen: "Feltet har flere ulike verdier, eller lengre verdier, enn det er plass til å holde samlet (1200 verdier på 128 byte): Detektorer som trenger alle, har bare vurdert overskriften og formen på verdiene, eller sier ikke noe om feltet.",
    limits: [
        "Tabellen har flere felt av det slaget regelen gjelder, enn den ser på; de siste av dem er ikke sett på.",
        "Tabellen har flere rader enn det som sammenlignes med rader i andre tabeller (1200): Regelen har ikke sammenlignet den.",
        "Det er flere ulike verdier, eller kombinasjoner av verdier, enn regelen tar vare på: Den sier ikke noe om enkelte felt.",
    ],
    partial: "munilint fikk ikke gjort alt: {problems}.",
    explain: "Mer om en regel: munilint explain {rule}",
    joins: "Kan filene kobles?",
    joins_counted: "For hvert felt filene har felles: hvor mange rader i den første filen som finner en rad i den andre, slik verdiene er skrevet i dag, og når begge filene skriver dem likt.",
    join_heads: ["rader", "treff i dag", "skrevet likt"],
    joins_ready: "Klart som det er: alle rader finner hverandre på {fields}.",
    joins_more: "{pairs} til stemmer ikke som de er: --format json viser alle.",
    joins_first: "Gjør dette først: skriv {fields} likt i alle filene. Da går andelen rader med treff fra {today} til {after}.",
    families: [
        ("code", "koder og kodelister"),
        ("config", "det som står i munilint.toml"),
        ("dcat", "katalogoppføring (DCAT-AP-NO)"),
        ("doc", "dokumentasjon av dataene"),
        ("file", "hvordan filen er skrevet"),
        ("geo", "koordinater og geometri"),
        ("join", "nøkler, og filer som skal kobles"),
        ("person", "personopplysninger"),
        ("pkg", "datapakke (Data Package)"),
        ("risk", "små grupper som røper enkeltpersoner"),
        ("stat", "statistikktabeller"),
        ("table", "overskrifter, rader og kolonner"),
        ("value", "hvordan verdier er skrevet"),
    ],
    things: [
        ("confidential-sector", "saker hos tjenester med taushetsplikt"),
        ("criminal-offence", "straffbare forhold"),
        ("identifier-in-name", "personer i navn på filer og felt"),
        ("identity-mismatch", "fødselsnummer som ikke stemmer med fødselsdato eller kjønn"),
        ("key-beside-data", "koblingsnøkler ved siden av dataene"),
        ("pseudonym-key", "pseudonymer ved siden av navn"),
        ("sole-proprietor", "enkeltpersonforetak"),
        ("special-category", "særlige kategorier av personopplysninger"),
        ("bank-account", "kontonummer til personer"),
        ("duf-number", "DUF-nummer"),
        ("foreign-identity-number", "svenske og danske personnummer"),
        ("health-institution-number", "h-nummer og FH-nummer fra helsetjenesten"),
        ("house-coordinates", "koordinater til boliger"),
        ("invalid-identity-number", "ugyldige fødselsnummer"),
        ("property-number", "eiendommer til personer"),
        ("other-person-number", "passnummer, elevnummer, klientnummer og lignende"),
        ("lost-zero-identity-number", "fødselsnummer uten nullen foran"),
        ("network-address", "IP- og MAC-adresser"),
        ("payment-card", "betalingskort"),
        ("unsalted-hash", "hash i stedet for personer"),
        ("birth-date", "fødselsdatoer"),
        ("d-number", "D-nummer"),
        ("home-address", "boligadresser"),
        ("licence-plate", "bilskilt"),
        ("person-name", "personnavn"),
        ("personal-email", "e-postadresser"),
        ("national-identity-number", "fødselsnummer"),
        ("telephone", "telefonnummer"),
        ("lone-suppressed-cell", "skjulte celler som summene røper"),
        ("small-count", "små tall for personer"),
        ("dominant-contributor", "summer som én eller to bedrifter dominerer"),
        ("few-contributors", "summer for få bedrifter"),
        ("homogeneous-group", "grupper med samme følsomme verdi"),
        ("linkable-files", "filer som til sammen peker ut personer"),
        ("mixed-suppression-signs", "ulike tegn for skjulte tall"),
        ("rare-combination", "personer som få andre ligner"),
        ("rare-value", "sjeldne verdier som peker ut personer"),
        ("share-gives-count-back", "andeler som røper små tall"),
        ("small-area", "detaljerte tall for små områder"),
        ("suppressed-here-only", "skjulte tall som en annen fil viser"),
        ("whole-group", "hele grupper i samme situasjon"),
    ],
};

impl Words {
    /// The words of a language; Nynorsk falls back to Bokmål.
    pub(crate) fn of(language: Language) -> &'static Words {
        match language {
            Language::En => &EN,
            Language::Nb | Language::Nn => &NB,
        }
    }

    /// The words that are not translated: those of the pages of rules.
    pub(crate) fn english() -> &'static Words {
        &EN
    }

    /// `error`.
    pub(crate) fn severity(&self, severity: Severity) -> &'static str {
        self.severity_noun(severity).0
    }

    /// `errors`.
    pub(crate) fn severities(&self, severity: Severity) -> &'static str {
        self.severity_noun(severity).1
    }

    /// `2 errors`.
    pub(crate) fn count_of(&self, severity: Severity, count: u64) -> String {
        self.counted(self.severity_noun(severity), count)
    }

    fn severity_noun(&self, severity: Severity) -> &Noun {
        match severity {
            Severity::Error => &self.severities[0],
            Severity::Warning => &self.severities[1],
            Severity::Note => &self.severities[2],
        }
    }

    /// How sure, when that is not certain.
    pub(crate) fn confidence(&self, confidence: Confidence) -> Option<&'static str> {
        match confidence {
            Confidence::High => None,
            Confidence::Medium => Some(self.confidences[0]),
            Confidence::Low => Some(self.confidences[1]),
        }
    }

    /// `field "x"`.
    pub(crate) fn field(&self, name: &str, unicode: bool) -> String {
        format!("{} {}", self.field, self.quoted(name, unicode))
    }

    /// Why a rule gave up.
    pub(crate) fn limit(&self, limit: Limit) -> &'static str {
        self.limits[limit as usize]
    }

    /// `table "x"`.
    pub(crate) fn table(&self, name: &str, unicode: bool) -> String {
        format!("{} {}", self.table, self.quoted(name, unicode))
    }

    /// `"x"`.
    pub(crate) fn quoted(&self, name: &str, unicode: bool) -> String {
        if self.language == Language::En || !unicode { format!("\"{name}\"") } else { format!("«{name}»") }
    }

    /// ` and 310 more`.
    pub(crate) fn more(&self, count: u64) -> String {
        format!(" {} {} {}", self.and, self.number(count), self.more)
    }

    /// A count as the language writes it.
    pub(crate) fn number(&self, count: u64) -> String {
        self.language.number(count)
    }

    fn counted(&self, noun: &Noun, count: u64) -> String {
        format!("{} {}", self.number(count), if count == 1 { noun.0 } else { noun.1 })
    }

    /// `2 findings`.
    pub(crate) fn findings(&self, count: u64) -> String {
        self.counted(&self.finding, count)
    }

    /// `2 files`.
    pub(crate) fn files(&self, count: u64) -> String {
        self.counted(&self.file, count)
    }

    /// `2 rows`.
    pub(crate) fn data_rows(&self, count: u64) -> String {
        self.counted(&self.data_row, count)
    }

    /// `2 rules`.
    pub(crate) fn rules(&self, count: u64) -> String {
        self.counted(&self.rule, count)
    }

    /// `2 problems`.
    pub(crate) fn problems(&self, count: u64) -> String {
        self.counted(&self.problem_count, count)
    }

    /// `2 pairs of files`.
    pub(crate) fn pairs(&self, count: u64) -> String {
        self.counted(&self.pair, count)
    }

    /// `a, b and c`.
    pub(crate) fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.and),
        }
    }

    /// What a family is about, in a few words; empty for families of users' packs.
    pub(crate) fn family(&self, family: &str) -> &'static str {
        self.families.iter().find(|(name, _)| *name == family).map_or("", |(_, text)| text)
    }

    /// How many rules have a word for what they look for.
    #[cfg(test)]
    pub(crate) fn things_count(&self) -> usize {
        self.things.len()
    }

    /// What a rule of the family `person` or `risk` looks for; its own name when there is no better word.
    pub(crate) fn thing(&self, rule: &str) -> String {
        let name = rule.rsplit('/').next().unwrap_or(rule);
        let known = self.things.iter().find(|(known, _)| *known == name);
        known.map_or_else(|| name.replace('-', " "), |(_, text)| (*text).to_owned())
    }
}

/// Puts values in the places that a text names: `{rows}`.
pub(crate) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, value) in values {
        out = out.replace(&format!("{{{name}}}"), value);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_have_every_word() {
        let names = |words: &Words| {
            let families = words.families.map(|(name, text)| (name, text.is_empty()));
            let things = words.things.map(|(name, text)| (name, text.is_empty()));
            (families, things)
        };
        assert_eq!(names(&EN), names(&NB));
        for words in [&EN, &NB] {
            for text in [
                words.why, words.values, words.first_values, words.before_values, words.help, words.problem, words.row,
                words.rows, words.line, words.lines, words.joins, words.joins_counted, words.field, words.fields,
                words.table, words.and, words.more, words.total, words.no_files, words.looked_for_nothing, words.until,
                words.statement, words.unseen,
            ] {
                assert!(!text.is_empty());
            }
            assert!(words.families.iter().chain(&words.things).all(|(_, text)| !text.is_empty()));
        }
    }

    #[test]
    fn sentences_have_the_same_places_in_both_languages() {
        fn places(text: &str) -> Vec<&str> {
            let mut places: Vec<&str> = text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect();
            places.sort_unstable();
            places
        }
        for (en, nb) in [
            (EN.found, NB.found),
            (EN.some_of, NB.some_of),
            (EN.nothing, NB.nothing),
            (EN.checked, NB.checked),
            (EN.looked_for, NB.looked_for),
            (EN.looked_for_many, NB.looked_for_many),
            (EN.allowed, NB.allowed),
            (EN.since, NB.since),
            (EN.partial, NB.partial),
            (EN.explain, NB.explain),
            (EN.joins_ready, NB.joins_ready),
            (EN.joins_more, NB.joins_more),
            (EN.joins_first, NB.joins_first),
        ] {
            assert!(!places(en).is_empty());
            assert_eq!(places(en), places(nb));
        }
    }

    #[test]
    fn numbers_are_written_as_the_language_writes_them() {
        assert_eq!(EN.number(1_234_567), "1,234,567");
        assert_eq!(NB.number(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(NB.number(999), "999");
        assert_eq!(EN.files(1), "1 file");
        assert_eq!(NB.list(&["a".into(), "b".into(), "c".into()]), "a, b og c");
    }

    #[test]
    fn nynorsk_falls_back_to_bokmal() {
        assert_eq!(Words::of(Language::Nn).help, NB.help);
    }
}
