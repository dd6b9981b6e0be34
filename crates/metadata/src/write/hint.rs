//! What comments say of a part that a standard asks for and nobody knows yet.

use munilint_model::Language;

/// A part that is left open, by what it is called.
#[derive(Clone, Copy)]
pub(super) enum Hint {
    Identifier,
    Theme,
    AccessRights,
    Licence,
    AccessUrl,
    Keyword,
    Area,
    PublisherNumber,
    Email,
    Frequency,
    Period,
}

impl Hint {
    /// What to do, in `language`.
    pub(super) fn text(self, language: Language) -> &'static str {
        language.pick(match self {
            Hint::Identifier => [
                "gi datasettet en fast identifikator",
                "gi datasettet ein fast identifikator",
                "give the dataset an identifier that stays",
            ],
            Hint::Theme => ["velg tema fra EUs liste", "vel tema frå lista til EU", "choose a theme of the EU's list"],
            Hint::AccessRights => [
                "velg PUBLIC, RESTRICTED eller NON_PUBLIC",
                "vel PUBLIC, RESTRICTED eller NON_PUBLIC",
                "choose PUBLIC, RESTRICTED or NON_PUBLIC",
            ],
            Hint::Licence => ["velg lisens", "vel lisens", "choose a licence"],
            Hint::AccessUrl => [
                "adressen der dataene kan hentes", "adressa der dataa kan hentast",
                "the address where the data can be had",
            ],
            Hint::Keyword => ["ord som folk søker med", "ord som folk søkjer med", "words that people search by"],
            Hint::Area => ["området dataene dekker", "området dataa dekkjer", "the area that the data cover"],
            Hint::PublisherNumber => [
                "bytt ut med organisasjonens nummer i Enhetsregisteret",
                "byt ut med nummeret til organisasjonen i Einingsregisteret",
                "replace it by the organisation's number in the register",
            ],
            Hint::Email => [
                "fellesadressen til dem som svarer, ikke en persons",
                "fellesadressa til dei som svarer, ikkje ein person si",
                "the shared address of those who answer, not a person's",
            ],
            Hint::Period => ["tiden dataene gjelder", "tida dataa gjeld", "the time that the data are about"],
            Hint::Frequency => [
                "hvor ofte dataene oppdateres",
                "kor ofte dataa blir oppdaterte",
                "how often the data are brought up to date",
            ],
        })
    }
}
