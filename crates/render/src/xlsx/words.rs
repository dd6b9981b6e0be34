//! The workbook's own words, in Bokmål, Nynorsk and English.

use super::copy::WhyNot;
use munilint_model::{Dimension, Language};

/// The words of one language.
pub(crate) struct WorkbookWords {
    pub(crate) language: Language,
    /// Title of the document.
    pub(crate) title: &'static str,
    /// Names of the first two sheets.
    pub(crate) summary: &'static str,
    pub(crate) findings: &'static str,
    /// Author of notes.
    pub(crate) note_author: &'static str,
    pub(crate) question: &'static str,
    pub(crate) stops: &'static str,
    pub(crate) nothing_stops: &'static str,
    /// `{count}` more on the sheet of findings.
    pub(crate) and_more: &'static str,
    pub(crate) first: &'static str,
    /// Heads of the advice: what, where, what to do, what it gains.
    pub(crate) first_heads: [&'static str; 4],
    /// `{dimension}: {now} to {then}`.
    pub(crate) gain: &'static str,
    pub(crate) scores: &'static str,
    pub(crate) score_heads: [&'static str; 4],
    pub(crate) scores_made: &'static str,
    pub(crate) files: &'static str,
    pub(crate) file_heads: [&'static str; 4],
    pub(crate) copy: &'static str,
    /// Does not fit a sheet, too many cells, cannot be read again.
    no_copy: [&'static str; 3],
    pub(crate) copies_masked: &'static str,
    pub(crate) looked_for: &'static str,
    pub(crate) no_statement: &'static str,
    pub(crate) not_looked: &'static str,
    pub(crate) rule_left_out: &'static str,
    pub(crate) file_left_out: &'static str,
    pub(crate) field_unseen: &'static str,
    pub(crate) all_looked: &'static str,
    pub(crate) allowed: &'static str,
    pub(crate) counts: &'static str,
    pub(crate) made_with: &'static str,
    /// Heads of the sheet of findings.
    pub(crate) heads: [&'static str; 12],
    pub(crate) place: &'static str,
    pub(crate) go_to: &'static str,
}

const NB: WorkbookWords = WorkbookWords {
    language: Language::Nb,
    title: "Datakvalitet: rapport fra munilint",
    summary: "Sammendrag",
    findings: "Funn",
    note_author: "munilint",
    question: "Kan dataene deles?",
    stops: "Dette står i veien",
    nothing_stops: "Ingen av funnene står i veien for å dele dataene.",
    and_more: "… og {count} til: se arket med funn",
    first: "Gjør dette først",
    first_heads: ["Hva", "Hvor", "Hva du kan gjøre", "Hva det gir"],
    gain: "{dimension}: fra {now} til {then}",
    scores: "Kvalitet",
    score_heads: ["Kvalitetsdimensjon", "Uten feil", "Av i alt", "Andel"],
    scores_made: "Tallene er antall felt, og hver fil som helhet, uten feil og advarsler i dimensjonen. Merknader og funn som er tillatt i oppsettet, regnes ikke med.",
    files: "Filene",
    file_heads: ["Fil", "Lest som", "Rader", "Kopi i denne arbeidsboken"],
    copy: "Gå til kopien",
    no_copy: [
        "Nei: tabellen er større enn et ark",
        "Nei: arbeidsboken har plass til kopier av 500 000 celler i alt",
        "Nei: filen kan ikke leses en gang til",
    ],
    copies_masked: "Kopiene viser cellene der regnearket viser dem i filen selv. Celler med funn har farge og en merknad. Verdier i felt som forteller om personer, er skrevet som ***, og det som ellers ligner fødselsnummer, telefonnummer, e-postadresser og navn, er dekket med stjerner. Også store tall kan være dekket. Det er derfor ikke en kopi å arbeide videre med: rett i kilden.",
    looked_for: "Dette ble det lett etter av det som forteller om personer",
    no_statement: "Det kan likevel finnes andre personopplysninger: dette er ingen bekreftelse på at filene er uten.",
    not_looked: "Dette ble ikke sett på",
    rule_left_out: "Regel som ikke ble brukt på alle filer",
    file_left_out: "Fil som ikke ble lest",
    field_unseen: "Felt med flere ulike verdier enn det er plass til å holde samlet",
    all_looked: "Alle filer ble lest av alle regler.",
    allowed: "Tillatt i oppsettet",
    counts: "Antall funn",
    made_with: "Laget med",
    heads: [
        "Fil", "Felt", "Kolonne", "Område", "Regel", "Alvor", "Sikkerhet", "Antall", "Hva", "Hvorfor",
        "Hva du kan gjøre", "Dimensjon",
    ],
    place: "Sted",
    go_to: "Gå til cellen i kopien",
};

const NN: WorkbookWords = WorkbookWords {
    language: Language::Nn,
    title: "Datakvalitet: rapport frå munilint",
    summary: "Samandrag",
    findings: "Funn",
    note_author: "munilint",
    question: "Kan dataa delast?",
    stops: "Dette står i vegen",
    nothing_stops: "Ingen av funna står i vegen for å dele dataa.",
    and_more: "… og {count} til: sjå arket med funn",
    first: "Gjer dette først",
    first_heads: ["Kva", "Kvar", "Kva du kan gjere", "Kva det gir"],
    gain: "{dimension}: frå {now} til {then}",
    scores: "Kvalitet",
    score_heads: ["Kvalitetsdimensjon", "Utan feil", "Av i alt", "Del"],
    scores_made: "Tala er kor mange felt, og filer som heilskap, som er utan feil og åtvaringar i dimensjonen. Merknader og funn som er tillatne i oppsettet, er ikkje rekna med.",
    files: "Filene",
    file_heads: ["Fil", "Lesen som", "Rader", "Kopi i denne arbeidsboka"],
    copy: "Gå til kopien",
    no_copy: [
        "Nei: tabellen er større enn eit ark",
        "Nei: arbeidsboka har plass til kopiar av 500 000 celler i alt",
        "Nei: fila kan ikkje lesast ein gong til",
    ],
    copies_masked: "Kopiane viser cellene der reknearket viser dei i fila sjølv. Celler med funn har farge og ein merknad. Verdiar i felt som fortel om personar, er skrivne som ***, og det som elles liknar fødselsnummer, telefonnummer, e-postadresser og namn, er dekt med stjerner. Også store tal kan vere dekte. Det er derfor ikkje ein kopi å arbeide vidare med: rett i kjelda.",
    looked_for: "Dette vart det leita etter av det som fortel om personar",
    no_statement: "Det kan likevel finnast andre personopplysningar: dette er inga stadfesting på at filene er utan.",
    not_looked: "Dette vart ikkje sett på",
    rule_left_out: "Regel som ikkje vart brukt på alle filer",
    file_left_out: "Fil som ikkje vart lesen",
    field_unseen: "Felt med fleire ulike verdiar enn det er plass til å halde samla",
    all_looked: "Alle filer vart lesne av alle reglar.",
    allowed: "Tillate i oppsettet",
    counts: "Talet på funn",
    made_with: "Laga med",
    heads: [
        "Fil", "Felt", "Kolonne", "Område", "Regel", "Alvor", "Tryggleik", "Kor mange", "Kva", "Kvifor",
        "Kva du kan gjere", "Dimensjon",
    ],
    place: "Stad",
    go_to: "Gå til cella i kopien",
};

const EN: WorkbookWords = WorkbookWords {
    language: Language::En,
    title: "Data quality: report of munilint",
    summary: "Summary",
    findings: "Findings",
    note_author: "munilint",
    question: "May the data be shared?",
    stops: "This stands in the way",
    nothing_stops: "None of the findings stands in the way of sharing the data.",
    and_more: "… and {count} more: see the sheet of findings",
    first: "Do this first",
    first_heads: ["What", "Where", "What to do", "What it gains"],
    gain: "{dimension}: from {now} to {then}",
    scores: "Quality",
    score_heads: ["Quality dimension", "Sound", "Of all", "Share"],
    scores_made: "The figures are fields, and files as a whole, without errors and warnings of the dimension. Notes, and findings that the configuration allows, do not count.",
    files: "The files",
    file_heads: ["File", "Read as", "Rows", "Copy in this workbook"],
    copy: "Go to the copy",
    no_copy: [
        "No: the table is larger than a sheet",
        "No: the workbook has room for copies of 500,000 cells in all",
        "No: the file cannot be read a second time",
    ],
    copies_masked: "The copies show cells where a spreadsheet shows them in the file itself. Cells with findings have a colour and a note. Values of fields that tell of persons are written as ***, and what else looks like identity numbers, telephone numbers, e-mail addresses and names is covered with asterisks. Large figures may be covered, too. So this is no copy to work on: mend the source.",
    looked_for: "This was looked for of what tells of persons",
    no_statement: "Other personal data may still be there: this is no statement that there is none.",
    not_looked: "This was not looked at",
    rule_left_out: "Rule that was not used on every file",
    file_left_out: "File that was not read",
    field_unseen: "Field with more different values than there is room to keep",
    all_looked: "All files were read by all rules.",
    allowed: "Allowed by the configuration",
    counts: "Number of findings",
    made_with: "Made with",
    heads: [
        "File", "Field", "Column", "Area", "Rule", "Severity", "Confidence", "Count", "What", "Why", "What to do",
        "Dimension",
    ],
    place: "Place",
    go_to: "Go to the cell in the copy",
};

impl WorkbookWords {
    /// The words of a language.
    pub(crate) fn of(language: Language) -> &'static WorkbookWords {
        match language {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }

    /// Why there is no copy of a table.
    pub(crate) fn no_copy(&self, why: WhyNot) -> &'static str {
        self.no_copy[why as usize]
    }

    /// What a quality dimension is called.
    pub(crate) fn dimension(&self, dimension: Dimension) -> &'static str {
        crate::page::dimension(dimension, self.language)
    }

    /// A share, as per cent. What is not quite all is not rounded to all.
    pub(crate) fn share(&self, share: f64) -> String {
        let per_cent = (share * 100.0 + 1e-9).floor();
        if self.language == Language::En { format!("{per_cent}%") } else { format!("{per_cent} %") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_the_same_places_in_every_language() {
        for words in [&NB, &NN] {
            for (en, other) in [(EN.and_more, words.and_more), (EN.gain, words.gain)] {
                for place in ["{count}", "{dimension}", "{now}", "{then}"] {
                    assert_eq!(en.contains(place), other.contains(place), "{other}");
                }
            }
        }
        for words in [&NB, &NN, &EN] {
            let text = [words.heads.as_slice(), &words.no_copy].concat();
            assert!(text.iter().all(|text| !text.is_empty()));
        }
    }

    #[test]
    fn what_is_not_all_is_not_called_all() {
        assert_eq!(
            (EN.share(0.999).as_str(), NB.share(1.0).as_str(), NN.share(0.29).as_str()),
            ("99%", "100 %", "29 %")
        );
    }
}
