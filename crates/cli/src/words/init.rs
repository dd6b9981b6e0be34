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
    Written {
        /// To which file.
        file: String,
        tables: usize,
        fields: usize,
        /// Texts that are to be confirmed or written.
        marked: usize,
        /// Comments with what is to be chosen.
        comments: usize,
    },
    /// The standard has no place for fields.
    NoFields,
}

impl Init {
    /// The sentence in the reader's language.
    pub(crate) fn text(&self, language: Language) -> String {
        let pick = |nb: String, nn: String, en: String| match language {
            Language::Nb => nb,
            Language::Nn => nn,
            Language::En => en,
        };
        match self {
            Init::NamelessInput => pick(
                "metadata nevner tabellen ved navn, og standard inndata har ikke noe: lagre den i en fil først"
                    .to_owned(),
                "metadata nemner tabellen ved namn, og standard inndata har ikkje noko: lagre han i ei fil først"
                    .to_owned(),
                "metadata calls a table by its name, and standard input has none: save it to a file first".to_owned(),
            ),
            Init::NoTables => pick(
                "det er ingen tabell å beskrive her".to_owned(),
                "det er ingen tabell å skildre her".to_owned(),
                "there is no table to be described here".to_owned(),
            ),
            Init::IsThere(file) => pick(
                format!("{file} finnes og blir ikke skrevet over: slett den, eller velg et annet navn med --output"),
                format!("{file} finst og blir ikkje skriven over: slett han, eller vel eit anna namn med --output"),
                format!("{file} is there and is not overwritten: delete it, or choose another name with --output"),
            ),
            Init::Outside => pick(
                "er ikke beskrevet: den ligger ikke i mappen til metadataene eller under den".to_owned(),
                "er ikkje skildra: ho ligg ikkje i mappa til metadataa eller under ho".to_owned(),
                "is not described: it lies neither in the folder of the metadata nor below it".to_owned(),
            ),
            Init::NameTells => pick(
                "er ikke beskrevet: navnet har det som kan være en personopplysning, og metadata ville gjentatt det; gi filen et annet navn".to_owned(),
                "er ikkje skildra: namnet har det som kan vere ei personopplysning, og metadata ville teke det opp att; gi fila eit anna namn".to_owned(),
                "is not described: its name holds what may be personal data, and metadata would repeat it; rename the file".to_owned(),
            ),
            Init::Written { file, tables, fields, marked, comments } => {
                let counted =
                    |count: &usize, one: &str, many: &str| format!("{count} {}", if *count == 1 { one } else { many });
                pick(
                    format!(
                        "{file} beskriver {} med {}. Igjen: {} som begynner med TODO: eller BEKREFT:{}. Skriv ferdig, og kjør munilint check.",
                        counted(tables, "tabell", "tabeller"),
                        counted(fields, "felt", "felt"),
                        counted(marked, "tekst", "tekster"),
                        if *comments > 0 {
                            format!(", og {} med noe å velge", counted(comments, "kommentar", "kommentarer"))
                        } else {
                            String::new()
                        },
                    ),
                    format!(
                        "{file} skildrar {} med {}. Att: {} som byrjar med TODO: eller STADFEST:{}. Skriv ferdig, og køyr munilint check.",
                        counted(tables, "tabell", "tabellar"),
                        counted(fields, "felt", "felt"),
                        counted(marked, "tekst", "tekstar"),
                        if *comments > 0 {
                            format!(", og {} med noko å velje", counted(comments, "kommentar", "kommentarar"))
                        } else {
                            String::new()
                        },
                    ),
                    format!(
                        "{file} describes {} with {}. Left: {} that {} with TODO: or CONFIRM:{}. Finish them, and run munilint check.",
                        counted(tables, "table", "tables"),
                        counted(fields, "field", "fields"),
                        counted(marked, "text", "texts"),
                        if *marked == 1 { "begins" } else { "begin" },
                        if *comments > 0 {
                            format!(", and {} with something to choose", counted(comments, "comment", "comments"))
                        } else {
                            String::new()
                        },
                    ),
                )
            }
            Init::NoFields => pick(
                "DCAT-AP-NO har ikke plass til felt: lag en datapakke ved siden av for dem (--as datapackage)"
                    .to_owned(),
                "DCAT-AP-NO har ikkje plass til felt: lag ei datapakke ved sida av for dei (--as datapackage)"
                    .to_owned(),
                "DCAT-AP-NO has no place for fields: make a data package beside it for those (--as datapackage)"
                    .to_owned(),
            ),
        }
    }
}
