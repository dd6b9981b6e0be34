//! What reports for other people's systems say of their own, in Bokmål, Nynorsk and English.

use munilint_model::{Language, Severity, Verdict};

/// The phrases of one language.
pub(crate) struct Phrases {
    /// Whether the data may be shared: unknown, stopped, unready, clear.
    verdicts: [&'static str; 4],
    /// One and many errors, warnings and notes.
    severities: [[&'static str; 2]; 3],
    /// How many findings in how many files: `{severities}`, `{some}`, `{all}`.
    pub(crate) found: &'static str,
    /// Nothing was found: `{files}`.
    pub(crate) nothing: &'static str,
    /// Over what to mend first.
    pub(crate) first: &'static str,
    /// It stands in the way of sharing.
    pub(crate) stops: &'static str,
    /// What mending gains: `{dimension}`, `{now}`, `{then}`.
    pub(crate) gain: &'static str,
    /// Over the findings.
    pub(crate) findings: &'static str,
    /// Heads of their columns: how grave, what, where, rule.
    pub(crate) heads: [&'static str; 4],
    /// Over the scores.
    pub(crate) scores: &'static str,
    /// Heads of their columns: dimension, share, units.
    pub(crate) score_heads: [&'static str; 3],
    /// `{sound}` of `{units}` fields and files.
    pub(crate) units: &'static str,
    /// How scores are made.
    pub(crate) scores_made: &'static str,
    /// Over what was looked for.
    pub(crate) checked: &'static str,
    /// What was read: `{files}`, `{rows}`, `{rules}`.
    pub(crate) read: &'static str,
    /// What was looked for of persons: `{kinds}`, `{things}`.
    pub(crate) looked_for: &'static str,
    /// No rule looked for persons.
    pub(crate) looked_for_nothing: &'static str,
    /// Files that were met and not read: `{files}`.
    pub(crate) unread: &'static str,
    /// What the configuration allows: `{count}`.
    pub(crate) allowed: &'static str,
    /// Over trouble in our run.
    pub(crate) problems: &'static str,
    /// Behind the things of a list that are not shown: `{count}`.
    pub(crate) more: &'static str,
    /// Findings that did not fit: `{count}`, `{all}`.
    pub(crate) cut: &'static str,
    /// Annotations that are not shown: `{count}`, `{all}`.
    pub(crate) unannotated: &'static str,
}

const NB: Phrases = Phrases {
    verdicts: [
        "Ikke alt lot seg lese, så det er ikke avgjort om dataene kan deles.",
        "Dataene bør ikke deles slik de er: de forteller om enkeltpersoner.",
        "Dataene er ikke klare til å deles: noe må rettes først.",
        "munilint fant ikke noe som står i veien for å dele dataene.",
    ],
    severities: [["feil", "feil"], ["advarsel", "advarsler"], ["merknad", "merknader"]],
    found: "{severities} i {some} av {all}.",
    nothing: "Ingen funn i {files}.",
    first: "Rett dette først",
    stops: "stopper deling",
    gain: "gir {dimension} fra {now} til {then}",
    findings: "Funn",
    heads: ["Alvor", "Funn", "Hvor", "Regel"],
    scores: "Hvor mye som er i orden",
    score_heads: ["Dimensjon", "Andel", "I orden"],
    units: "{sound} av {units}",
    scores_made: "Det som telles, er hvert felt og hver fil. Et felt er i orden når det ikke har feil eller advarsler i dimensjonen.",
    checked: "Hva som er kontrollert",
    read: "{files} ({rows}) ble kontrollert med {rules}.",
    looked_for: "Av det som forteller om personer, lette munilint etter {kinds} slag: {things}. Det kan likevel finnes andre personopplysninger.",
    looked_for_nothing: "munilint lette ikke etter personopplysninger denne gangen.",
    unread: "{files} ble ikke lest.",
    allowed: "I tillegg er {count} funn tillatt i oppsettet.",
    problems: "Dette fikk munilint ikke gjort",
    more: "og {count} til",
    cut: "{count} av {all} funn er utelatt her, fordi teksten ellers blir for lang. Det alvorligste av hvert slag er med; resten står i de andre rapportene.",
    unannotated: "munilint: {count} av {all} funn vises ikke som merknader her, fordi GitHub bare viser ti av hver alvorsgrad. Alle står i sammendraget av steget og i de andre rapportene.",
};

const NN: Phrases = Phrases {
    verdicts: [
        "Ikkje alt lét seg lese, så det er ikkje avgjort om dataa kan delast.",
        "Dataa bør ikkje delast slik dei er: dei fortel om enkeltpersonar.",
        "Dataa er ikkje klare til å delast: noko må rettast først.",
        "munilint fann ikkje noko som står i vegen for å dele dataa.",
    ],
    severities: [["feil", "feil"], ["åtvaring", "åtvaringar"], ["merknad", "merknader"]],
    found: "{severities} i {some} av {all}.",
    nothing: "Ingen funn i {files}.",
    first: "Rett dette først",
    stops: "stoppar deling",
    gain: "gir {dimension} frå {now} til {then}",
    findings: "Funn",
    heads: ["Alvor", "Funn", "Kvar", "Regel"],
    scores: "Kor mykje som er i orden",
    score_heads: ["Dimensjon", "Del", "I orden"],
    units: "{sound} av {units}",
    scores_made: "Det som blir talt, er kvart felt og kvar fil. Eit felt er i orden når det ikkje har feil eller åtvaringar i dimensjonen.",
    checked: "Kva som er kontrollert",
    read: "{files} ({rows}) vart kontrollerte med {rules}.",
    looked_for: "Av det som fortel om personar, leita munilint etter {kinds} slag: {things}. Det kan likevel finnast andre personopplysningar.",
    looked_for_nothing: "munilint leita ikkje etter personopplysningar denne gongen.",
    unread: "{files} vart ikkje lesne.",
    allowed: "I tillegg er {count} funn tillatne i oppsettet.",
    problems: "Dette fekk munilint ikkje gjort",
    more: "og {count} til",
    cut: "{count} av {all} funn er utelatne her, fordi teksten elles blir for lang. Det alvorlegaste av kvart slag er med; resten står i dei andre rapportane.",
    unannotated: "munilint: {count} av {all} funn er ikkje viste som merknader her, fordi GitHub berre viser ti av kvar alvorsgrad. Alle står i samandraget av steget og i dei andre rapportane.",
};

const EN: Phrases = Phrases {
    verdicts: [
        "Not everything could be read, so whether the data may be shared is not settled.",
        "The data should not be shared as it is: it tells of individual persons.",
        "The data is not ready to be shared: something has to be mended first.",
        "munilint found nothing that stands in the way of sharing the data.",
    ],
    severities: [["error", "errors"], ["warning", "warnings"], ["note", "notes"]],
    found: "{severities} in {some} of {all}.",
    nothing: "No findings in {files}.",
    first: "Mend this first",
    stops: "stops sharing",
    gain: "takes {dimension} from {now} to {then}",
    findings: "Findings",
    heads: ["Severity", "Finding", "Where", "Rule"],
    scores: "How much is sound",
    score_heads: ["Dimension", "Share", "Sound"],
    units: "{sound} of {units}",
    scores_made: "What is counted is every field and every file. A field is sound when it has no errors and no warnings in the dimension.",
    checked: "What was checked",
    read: "Checked {files} ({rows}) with {rules}.",
    looked_for: "Of what tells of persons, munilint looked for {kinds} kinds: {things}. Other personal data may still be there.",
    looked_for_nothing: "munilint did not look for personal data in this run.",
    unread: "{files} not read.",
    allowed: "Besides, the configuration allows {count} findings.",
    problems: "What munilint could not do",
    more: "and {count} more",
    cut: "{count} of {all} findings are left out here, for the text would be too long. The gravest of each kind is shown; the rest stand in the other reports.",
    unannotated: "munilint: {count} of {all} findings are not shown as annotations, for GitHub shows no more than ten of each severity. All of them stand in the summary of the step and in the other reports.",
};

impl Phrases {
    pub(crate) fn of(language: Language) -> &'static Phrases {
        match language {
            Language::Nb => &NB,
            Language::Nn => &NN,
            Language::En => &EN,
        }
    }

    pub(crate) fn verdict(&self, verdict: Verdict) -> &'static str {
        self.verdicts[verdict as usize]
    }

    /// Errors, warnings or notes: one and many of them.
    pub(crate) fn nouns(&self, severity: Severity) -> &[&'static str; 2] {
        match severity {
            Severity::Error => &self.severities[0],
            Severity::Warning => &self.severities[1],
            Severity::Note => &self.severities[2],
        }
    }

    /// `error` or `errors`, as the count asks for.
    pub(crate) fn severity(&self, severity: Severity, count: u64) -> &'static str {
        self.nouns(severity)[usize::from(count != 1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_language_has_every_phrase_with_the_same_places() {
        let all = |phrases: &Phrases| -> Vec<&'static str> {
            let Phrases { verdicts, severities, heads, score_heads, .. } = phrases;
            let lists = verdicts.iter().chain(severities.as_flattened()).chain(heads).chain(score_heads);
            lists
                .copied()
                .chain([
                    phrases.found, phrases.nothing, phrases.first, phrases.stops, phrases.gain, phrases.findings,
                    phrases.scores, phrases.units, phrases.scores_made, phrases.checked, phrases.read,
                    phrases.looked_for, phrases.looked_for_nothing, phrases.unread, phrases.allowed, phrases.problems,
                    phrases.more, phrases.cut, phrases.unannotated,
                ])
                .collect()
        };
        let places = |text: &'static str| -> BTreeSet<&str> {
            text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
        };
        for ((en, nb), nn) in all(&EN).into_iter().zip(all(&NB)).zip(all(&NN)) {
            assert!(!en.is_empty() && !nb.is_empty() && !nn.is_empty());
            assert!(places(en) == places(nb) && places(nb) == places(nn), "{en}");
        }
    }
}
