//! What `munilint init` says.

use munilint_model::Language;

/// Why no metadata was drafted, or what was.
#[derive(Debug)]
pub(crate) enum Init {
    /// Standard input has no name.
    NamelessInput,
    /// No table was found.
    NoTables,
    /// The file that would be written is there.
    IsThere(String),
    /// Of a table: it does not lie in or below the folder of the metadata.
    Outside,
    /// Of a table: its name tells of a person.
    NameTells,
    /// The metadata was written.
    Written(Written),
    /// The standard has no place for fields.
    NoFields,
}

/// What was drafted.
#[derive(Debug)]
pub(crate) struct Written {
    /// To which file.
    pub(crate) file: String,
    pub(crate) tables: usize,
    pub(crate) fields: usize,
    /// Texts that are to be confirmed or written.
    pub(crate) marked: usize,
    /// Comments with what is to be chosen.
    pub(crate) comments: usize,
}

impl Init {
    /// The sentence in the reader's language.
    pub(crate) fn text(&self, language: Language) -> String {
        let texts = match self {
            Init::NamelessInput => [
                "metadata nevner tabellen ved navn, og standard inndata har ikke noe: lagre den i en fil først",
                "metadata nemner tabellen ved namn, og standard inndata har ikkje noko: lagre han i ei fil først",
                "metadata calls a table by its name, and standard input has none: save it to a file first",
            ],
            Init::NoTables => [
                "det er ingen tabell å beskrive her", "det er ingen tabell å skildre her",
                "there is no table to be described here",
            ],
            Init::IsThere(_) => [
                "{file} finnes og blir ikke skrevet over: slett den, eller velg et annet navn med --output",
                "{file} finst og blir ikkje skriven over: slett han, eller vel eit anna namn med --output",
                "{file} is there and is not overwritten: delete it, or choose another name with --output",
            ],
            Init::Outside => [
                "er ikke beskrevet: den ligger ikke i mappen til metadataene eller under den",
                "er ikkje skildra: ho ligg ikkje i mappa til metadataa eller under ho",
                "is not described: it lies neither in the folder of the metadata nor below it",
            ],
            Init::NameTells => [
                "er ikke beskrevet: navnet har det som kan være en personopplysning, og metadata ville gjentatt det; \
                 gi filen et annet navn",
                "er ikkje skildra: namnet har det som kan vere ei personopplysning, og metadata ville teke det opp att; \
                 gi fila eit anna namn",
                "is not described: its name holds what may be personal data, and metadata would repeat it; rename the file",
            ],
            Init::NoFields => [
                "DCAT-AP-NO har ikke plass til felt: lag en datapakke ved siden av for dem (--as datapackage)",
                "DCAT-AP-NO har ikkje plass til felt: lag ei datapakke ved sida av for dei (--as datapackage)",
                "DCAT-AP-NO has no place for fields: make a data package beside it for those (--as datapackage)",
            ],
            Init::Written(written) => return written.text(language),
        };
        let text = language.pick(texts);
        match self {
            Init::IsThere(file) => text.replace("{file}", file),
            _ => text.to_owned(),
        }
    }
}

impl Written {
    fn text(&self, language: Language) -> String {
        let Written { file, tables, fields, marked, comments } = self;
        let counted =
            |count: &usize, one: &str, many: &str| format!("{count} {}", if *count == 1 { one } else { many });
        let some = |comments: String| if self.comments == 0 { String::new() } else { comments };
        match language {
            Language::Nb => {
                let (tables, texts) = (counted(tables, "tabell", "tabeller"), counted(marked, "tekst", "tekster"));
                let comments = some(format!(", og {} med noe å velge", counted(comments, "kommentar", "kommentarer")));
                format!(
                    "{file} beskriver {tables} med {fields} felt. Igjen: {texts} som begynner med TODO: eller BEKREFT:{comments}. \
                     Skriv ferdig, og kjør munilint check."
                )
            }
            Language::Nn => {
                let (tables, texts) = (counted(tables, "tabell", "tabellar"), counted(marked, "tekst", "tekstar"));
                let comments = some(format!(", og {} med noko å velje", counted(comments, "kommentar", "kommentarar")));
                format!(
                    "{file} skildrar {tables} med {fields} felt. Att: {texts} som byrjar med TODO: eller STADFEST:{comments}. \
                     Skriv ferdig, og køyr munilint check."
                )
            }
            Language::En => {
                let (tables, fields) = (counted(tables, "table", "tables"), counted(fields, "field", "fields"));
                let texts = counted(marked, "text that begins", "texts that begin");
                let comments =
                    some(format!(", and {} with something to choose", counted(comments, "comment", "comments")));
                format!(
                    "{file} describes {tables} with {fields}. Left: {texts} with TODO: or CONFIRM:{comments}. \
                     Finish them, and run munilint check."
                )
            }
        }
    }
}
