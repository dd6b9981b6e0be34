//! What the command itself says, in Bokmål, Nynorsk and English; what git and the system say, in their words. What
//! rules say stands on their pages; what is wrong in a text that a user wrote for munilint ([`munilint_pack::Fault`]) is said in
//! English, but for the line before it.

mod init;

pub(crate) use init::{Init, Written};

use crate::unmended::Unmended;
use munilint_model::{Language, Problem};
use munilint_read::{Foreign, LONGEST_RECORD, Unreadable};
use std::io::{self, ErrorKind};
use std::sync::Arc;

/// A sentence, without a full stop.
#[derive(Debug)]
pub(crate) enum Sentence {
    /// Trouble with a file that is needed, by its name as it is shown.
    File(String, io::Error),
    CannotWrite(io::Error),
    /// Of a source: it cannot be read.
    CannotBeRead(io::Error),
    /// Of a source: munilint itself failed.
    NotFinished,
    /// Of a folder, or what is in it: it cannot be walked.
    NotWalked(io::Error),
    /// Of a Table Schema: the line, and what is wrong.
    NotUsed(usize, String),
    /// Why threads cannot be started.
    Threads(String),
    MoreOutputsThanFormats,
    ValuesOnTerminalOnly,
    WorkbookOnTerminal,
    FilesBesideInput,
    /// No file is named that would be mended.
    NothingNamed,
    /// Of a file with a key: it is too short.
    ShortKey(String),
    /// Of a source: it cannot be mended, and is as it was.
    CannotBeMended(io::Error),
    /// Of a source that is as it was: munilint itself failed.
    NotMended,
    /// Two rules have the name; the folder of the second pack.
    SameRule(String, String),
    EmptyCodelist(String),
    /// A pack's folder, and the code list that it names.
    OutsidePack(String, String),
    NoRule(String),
    NoRuleOrFamily(String),
    /// A pattern, and why it is none.
    BadPattern(String, String),
    /// A name, and those that there are.
    NoSchema(String, String),
    /// So many rows have more cells than the header has names.
    Surplus(u64),
    /// Of a file that holds the baseline: it cannot be read.
    NoBaseline(String, io::Error),
    /// Of a file of `--metadata`: it describes nothing.
    NoMetadata,
    /// The run is incomplete, and is not recorded.
    NotRecorded,
    /// Not the name of a revision.
    NoRevision(String),
    /// Standard input has no revisions.
    InputHasNoRevisions,
    /// Git does not know what is asked for, and whether its history is cut short.
    Git(Git, bool),
    /// Of a file of `--trend`: it is something else.
    NoReport,
    /// Of a file of `--trend`: the version of its form, and the one that is read.
    OtherReport(u32, u32),
    Init(Init),
}

/// What git cannot say.
#[derive(Debug)]
pub(crate) enum Git {
    UnknownRevision(String),
    NoCommonCommit(String),
    /// What git complains of.
    NotListed(String),
    /// A folder, and what git complains of.
    NoRepository(String, String),
}

/// What to do about a history that was not fetched.
const FETCH: &str = "`fetch-depth: 0` (actions/checkout), `GIT_DEPTH: 0` (GitLab), `git fetch --unshallow`";

impl Sentence {
    /// The sentence in the reader's language.
    pub(crate) fn text(&self, language: Language) -> String {
        match language {
            Language::Nb => self.bokmal(),
            Language::Nn => self.nynorsk(),
            Language::En => self.english(),
        }
    }

    /// It as a problem of the source that is shown as `name`; what it quotes may be data, and is masked.
    pub(crate) fn problem(&self, name: &Arc<str>, language: Language) -> Problem {
        Problem { path: Some(Arc::clone(name)), text: munilint_model::mask(&self.text(language)) }
    }

    fn english(&self) -> String {
        match self {
            Sentence::File(path, error) => format!("{path}: {}", english_reason(error)),
            Sentence::CannotWrite(error) => format!("cannot write: {}", english_reason(error)),
            Sentence::CannotBeRead(error) => format!("cannot be read: {}", english_reason(error)),
            Sentence::NotFinished => "was not checked to its end, for a fault in munilint itself".to_owned(),
            Sentence::NotWalked(error) => format!("cannot be looked into: {}", english_reason(error)),
            Sentence::NotUsed(line, message) => format!("is not used: line {line}: {message}"),
            Sentence::Threads(why) => format!("threads cannot be started: {why}"),
            Sentence::MoreOutputsThanFormats => {
                "there are more --output than --format; give each file its format".to_owned()
            }
            Sentence::ValuesOnTerminalOnly => {
                "--show-values shows personal data, and does so on a terminal only: leave out \
                 --format and --output, and do not send the output to a file or another program"
                    .to_owned()
            }
            Sentence::WorkbookOnTerminal => {
                "a workbook is no text: say where to write it, with --output report.xlsx".to_owned()
            }
            Sentence::FilesBesideInput => {
                "standard input is mended to standard output: name no files beside -".to_owned()
            }
            Sentence::NothingNamed => {
                "name the files or folders that are to be mended: `munilint fix .` mends this folder, \
                 and `munilint fix --diff` shows first what would be changed"
                    .to_owned()
            }
            Sentence::ShortKey(path) => format!("{path}: a key has at least 16 bytes"),
            Sentence::CannotBeMended(error) => format!("cannot be mended: {}", english_reason(error)),
            Sentence::NotMended => "was not mended, for a fault in munilint itself".to_owned(),
            Sentence::SameRule(id, pack) => format!("two rules are called `{id}`; rename the pack in {pack}"),
            Sentence::EmptyCodelist(path) => format!(
                "{path}: the code list is empty; a list is a header and then a code in the first column of each line"
            ),
            Sentence::OutsidePack(folder, file) => {
                format!("{folder}: the code list `{file}` must lie in the pack's folder")
            }
            Sentence::NoRule(id) => format!("there is no rule `{id}`; `munilint rules` lists them"),
            Sentence::NoRuleOrFamily(name) => {
                format!("there is no rule or family `{name}`; `munilint rules` lists them")
            }
            Sentence::BadPattern(pattern, why) => format!("`{pattern}` is not a path pattern: {why}"),
            Sentence::NoSchema(name, names) => format!("there is no schema `{name}`; there are {names}"),
            Sentence::Surplus(rows) => {
                let have = if *rows == 1 { "row has" } else { "rows have" };
                format!("{rows} {have} more cells than the header has names; the surplus was left out")
            }
            Sentence::NoBaseline(path, error) => {
                format!("{path}: {}; `munilint baseline` writes a baseline", english_reason(error))
            }
            Sentence::NoMetadata => "describes no datasets in any standard that is read".to_owned(),
            Sentence::NotRecorded => "nothing was recorded: what could not be read would count as new one day; mend \
                 that, or record the rest with --incomplete"
                .to_owned(),
            Sentence::NoRevision(name) => {
                format!("`{name}` is no revision of git: such as `origin/main`, `v1.2` or a commit")
            }
            Sentence::InputHasNoRevisions => "--changed-since is about files, and standard input is none".to_owned(),
            Sentence::Git(what, shallow) => {
                let fetch = format!("; this is a shallow clone: fetch the whole history: {FETCH}");
                what.english() + if *shallow { &fetch } else { "" }
            }
            Sentence::NoReport => "is no report of munilint's; --trend reads what --format json wrote".to_owned(),
            Sentence::OtherReport(version, known) => {
                format!("is a report of version {version}; this munilint reads version {known}")
            }
            Sentence::Init(init) => init.text(Language::En),
        }
    }

    fn bokmal(&self) -> String {
        match self {
            Sentence::File(path, error) => format!("{path}: {}", bokmal_reason(error)),
            Sentence::CannotWrite(error) => format!("kan ikke skrive: {}", bokmal_reason(error)),
            Sentence::CannotBeRead(error) => format!("kan ikke leses: {}", bokmal_reason(error)),
            Sentence::NotFinished => "ble ikke kontrollert ferdig, på grunn av en feil i munilint selv".to_owned(),
            Sentence::NotWalked(error) => format!("kan ikke gjennomgås: {}", bokmal_reason(error)),
            Sentence::NotUsed(line, message) => format!("er ikke brukt: linje {line}: {message}"),
            Sentence::Threads(why) => format!("tråder kan ikke startes: {why}"),
            Sentence::MoreOutputsThanFormats => {
                "det er flere --output enn --format; gi hver fil sitt format".to_owned()
            }
            Sentence::ValuesOnTerminalOnly => "--show-values viser personopplysninger, og bare på en terminal: utelat \
                 --format og --output, og ikke send utskriften til en fil eller et annet program"
                .to_owned(),
            Sentence::WorkbookOnTerminal => {
                "en arbeidsbok er ikke tekst: oppgi hvor den skal skrives, med --output rapport.xlsx".to_owned()
            }
            Sentence::FilesBesideInput => {
                "standard inndata rettes til standard utdata: oppgi ingen filer ved siden av -".to_owned()
            }
            Sentence::NothingNamed => {
                "oppgi filene eller mappene som skal rettes: `munilint fix .` retter denne mappen, \
                 og `munilint fix --diff` viser først hva som ville bli endret"
                    .to_owned()
            }
            Sentence::ShortKey(path) => format!("{path}: en nøkkel har minst 16 byte"),
            Sentence::CannotBeMended(error) => format!("kan ikke rettes: {}", bokmal_reason(error)),
            Sentence::NotMended => "ble ikke rettet, på grunn av en feil i munilint selv".to_owned(),
            Sentence::SameRule(id, pack) => format!("to regler heter `{id}`; gi regelpakken i {pack} et annet navn"),
            Sentence::EmptyCodelist(path) => format!(
                "{path}: kodelisten er tom; en kodeliste er en overskrift og deretter en kode først på hver linje"
            ),
            Sentence::OutsidePack(folder, file) => {
                format!("{folder}: kodelisten `{file}` må ligge i regelpakkens mappe")
            }
            Sentence::NoRule(id) => format!("det finnes ingen regel `{id}`; `munilint rules` viser hvilke som finnes"),
            Sentence::NoRuleOrFamily(name) => {
                format!("det finnes ingen regel eller familie `{name}`; `munilint rules` viser hvilke som finnes")
            }
            Sentence::BadPattern(pattern, why) => format!("`{pattern}` er ikke et mønster for filstier: {why}"),
            Sentence::NoSchema(name, names) => format!("det finnes ikke noe skjema `{name}`; det finnes {names}"),
            Sentence::Surplus(rows) => {
                let row = if *rows == 1 { "rad" } else { "rader" };
                format!("{rows} {row} har flere celler enn overskriften har navn; de overskytende er utelatt")
            }
            Sentence::NoBaseline(path, error) => {
                format!("{path}: {}; `munilint baseline` lager en grunnlinje", bokmal_reason(error))
            }
            Sentence::NoMetadata => "beskriver ingen datasett etter noen standard som leses".to_owned(),
            Sentence::NotRecorded => {
                "ingenting ble registrert: det som ikke kunne leses, ville senere telle som nytt; rett \
                 det, eller registrer resten med --incomplete"
                    .to_owned()
            }
            Sentence::NoRevision(name) => {
                format!("`{name}` er ingen revisjon i git, slik som `origin/main`, `v1.2` eller en commit er")
            }
            Sentence::InputHasNoRevisions => {
                "--changed-since gjelder filer, og det er ikke standard inndata".to_owned()
            }
            Sentence::Git(what, shallow) => {
                let fetch = format!("; historikken er avkortet (shallow clone): hent hele: {FETCH}");
                what.bokmal() + if *shallow { &fetch } else { "" }
            }
            Sentence::NoReport => {
                "er ingen rapport fra munilint; --trend leser det --format json har skrevet".to_owned()
            }
            Sentence::OtherReport(version, known) => {
                format!("er en rapport av versjon {version}; denne munilint leser versjon {known}")
            }
            Sentence::Init(init) => init.text(Language::Nb),
        }
    }

    fn nynorsk(&self) -> String {
        match self {
            Sentence::File(path, error) => format!("{path}: {}", nynorsk_reason(error)),
            Sentence::CannotWrite(error) => format!("kan ikkje skrive: {}", nynorsk_reason(error)),
            Sentence::CannotBeRead(error) => format!("kan ikkje lesast: {}", nynorsk_reason(error)),
            Sentence::NotFinished => "vart ikkje kontrollert ferdig, på grunn av ein feil i munilint sjølv".to_owned(),
            Sentence::NotWalked(error) => format!("kan ikkje gåast gjennom: {}", nynorsk_reason(error)),
            Sentence::NotUsed(line, message) => format!("er ikkje brukt: linje {line}: {message}"),
            Sentence::Threads(why) => format!("trådar kan ikkje startast: {why}"),
            Sentence::MoreOutputsThanFormats => {
                "det er fleire --output enn --format; gi kvar fil sitt format".to_owned()
            }
            Sentence::ValuesOnTerminalOnly => {
                "--show-values viser personopplysningar, og berre på ein terminal: utelat \
                 --format og --output, og ikkje send utskrifta til ei fil eller eit anna program"
                    .to_owned()
            }
            Sentence::WorkbookOnTerminal => {
                "ei arbeidsbok er ikkje tekst: oppgi kvar ho skal skrivast, med --output rapport.xlsx".to_owned()
            }
            Sentence::FilesBesideInput => {
                "standard inndata blir retta til standard utdata: oppgi ingen filer ved sida av -".to_owned()
            }
            Sentence::NothingNamed => {
                "oppgi filene eller mappene som skal rettast: `munilint fix .` rettar denne mappa, \
                 og `munilint fix --diff` viser først kva som ville bli endra"
                    .to_owned()
            }
            Sentence::ShortKey(path) => format!("{path}: ein nøkkel har minst 16 byte"),
            Sentence::CannotBeMended(error) => format!("kan ikkje rettast: {}", nynorsk_reason(error)),
            Sentence::NotMended => "vart ikkje retta, på grunn av ein feil i munilint sjølv".to_owned(),
            Sentence::SameRule(id, pack) => format!("to reglar heiter `{id}`; gi regelpakken i {pack} eit anna namn"),
            Sentence::EmptyCodelist(path) => format!(
                "{path}: kodelista er tom; ei kodeliste er ei overskrift og deretter ein kode først på kvar linje"
            ),
            Sentence::OutsidePack(folder, file) => {
                format!("{folder}: kodelista `{file}` må liggje i mappa til regelpakken")
            }
            Sentence::NoRule(id) => {
                format!("det finst ingen regel `{id}`; `munilint rules` viser kva for nokre som finst")
            }
            Sentence::NoRuleOrFamily(name) => {
                format!("det finst ingen regel eller familie `{name}`; `munilint rules` viser kva for nokre som finst")
            }
            Sentence::BadPattern(pattern, why) => format!("`{pattern}` er ikkje eit mønster for filstiar: {why}"),
            Sentence::NoSchema(name, names) => format!("det finst ikkje noko skjema `{name}`; det finst {names}"),
            Sentence::Surplus(rows) => {
                let row = if *rows == 1 { "rad" } else { "rader" };
                format!("{rows} {row} har fleire celler enn overskrifta har namn; dei overskytande er utelatne")
            }
            Sentence::NoBaseline(path, error) => {
                format!("{path}: {}; `munilint baseline` lagar ei grunnlinje", nynorsk_reason(error))
            }
            Sentence::NoMetadata => "skildrar ingen datasett etter nokon standard som blir lesen".to_owned(),
            Sentence::NotRecorded => {
                "ingenting vart registrert: det som ikkje kunne lesast, ville seinare telje som nytt; rett \
                 det, eller registrer resten med --incomplete"
                    .to_owned()
            }
            Sentence::NoRevision(name) => {
                format!("`{name}` er ingen revisjon i git, slik som `origin/main`, `v1.2` eller ein commit er")
            }
            Sentence::InputHasNoRevisions => "--changed-since gjeld filer, og det er ikkje standard inndata".to_owned(),
            Sentence::Git(what, shallow) => {
                let fetch = format!("; historikken er avkorta (shallow clone): hent heile: {FETCH}");
                what.nynorsk() + if *shallow { &fetch } else { "" }
            }
            Sentence::NoReport => "er ingen rapport frå munilint; --trend les det --format json har skrive".to_owned(),
            Sentence::OtherReport(version, known) => {
                format!("er ein rapport av versjon {version}; denne munilint les versjon {known}")
            }
            Sentence::Init(init) => init.text(Language::Nn),
        }
    }
}

impl Git {
    fn english(&self) -> String {
        match self {
            Git::UnknownRevision(name) => format!("git knows no revision `{name}` here"),
            Git::NoCommonCommit(name) => {
                format!("git finds no commit that `{name}` and this branch have in common")
            }
            Git::NotListed(trouble) => format!("git cannot list files: {trouble}"),
            Git::NoRepository(folder, trouble) => {
                format!("--changed-since asks git, which cannot say what it knows of {folder}: {trouble}")
            }
        }
    }

    fn bokmal(&self) -> String {
        match self {
            Git::UnknownRevision(name) => format!("git kjenner ingen revisjon `{name}` her"),
            Git::NoCommonCommit(name) => {
                format!("git finner ingen commit som `{name}` og denne grenen har felles")
            }
            Git::NotListed(trouble) => format!("git kan ikke vise hvilke filer som finnes: {trouble}"),
            Git::NoRepository(folder, trouble) => {
                format!("--changed-since spør git, som ikke kan svare for {folder}: {trouble}")
            }
        }
    }

    fn nynorsk(&self) -> String {
        match self {
            Git::UnknownRevision(name) => format!("git kjenner ingen revisjon `{name}` her"),
            Git::NoCommonCommit(name) => {
                format!("git finn ingen commit som `{name}` og denne greina har felles")
            }
            Git::NotListed(trouble) => format!("git kan ikkje vise kva for filer som finst: {trouble}"),
            Git::NoRepository(folder, trouble) => {
                format!("--changed-since spør git, som ikkje kan svare for {folder}: {trouble}")
            }
        }
    }
}

impl Unmended {
    pub(crate) fn english(&self) -> String {
        match self {
            Unmended::Restless => "its mends do not come to rest, so nothing was changed".to_owned(),
            Unmended::NotAsMeant => "what came out did not read as it should, so nothing was changed".to_owned(),
            Unmended::TooLarge(most) => {
                format!("it is larger than the {} that are mended at once; mend it in parts", mebibytes(*most))
            }
            Unmended::WriteProtected => "the file is write-protected".to_owned(),
            Unmended::SeveralNames => {
                "the file has several names (hard links), and the others would keep what is in it now".to_owned()
            }
            Unmended::Changed => "the file was changed by someone else meanwhile".to_owned(),
            Unmended::TakenAway => "the new file was taken away by someone else".to_owned(),
            Unmended::Held => "the file is being mended by another munilint".to_owned(),
            Unmended::NoRoom(error) => format!("no file can be written in its folder: {}", english_reason(error)),
            Unmended::NotOwned(error) => {
                format!("the file belongs to someone else, and that cannot be kept: {}", english_reason(error))
            }
        }
    }

    fn bokmal(&self) -> String {
        match self {
            Unmended::Restless => "rettelsene faller ikke til ro, så ingenting er endret".to_owned(),
            Unmended::NotAsMeant => "resultatet lot seg ikke lese som det skulle, så ingenting er endret".to_owned(),
            Unmended::TooLarge(most) => {
                format!("den er større enn de {} som rettes på én gang; rett den i deler", mebibytes(*most))
            }
            Unmended::WriteProtected => "filen er skrivebeskyttet".to_owned(),
            Unmended::SeveralNames => {
                "filen har flere navn (harde lenker), og de andre ville beholdt det som står i den nå".to_owned()
            }
            Unmended::Changed => "filen ble endret av noen andre imens".to_owned(),
            Unmended::TakenAway => "den nye filen ble tatt bort av noen andre".to_owned(),
            Unmended::Held => "filen blir rettet av en annen munilint".to_owned(),
            Unmended::NoRoom(error) => {
                format!("det kan ikke skrives i mappen den ligger i: {}", bokmal_reason(error))
            }
            Unmended::NotOwned(error) => {
                format!("filen tilhører noen andre, og det kan ikke bevares: {}", bokmal_reason(error))
            }
        }
    }

    fn nynorsk(&self) -> String {
        match self {
            Unmended::Restless => "rettingane fell ikkje til ro, så ingenting er endra".to_owned(),
            Unmended::NotAsMeant => "resultatet lét seg ikkje lese som det skulle, så ingenting er endra".to_owned(),
            Unmended::TooLarge(most) => {
                format!("ho er større enn dei {} som blir retta på éin gong; rett ho i delar", mebibytes(*most))
            }
            Unmended::WriteProtected => "fila er skriveverna".to_owned(),
            Unmended::SeveralNames => {
                "fila har fleire namn (harde lenkjer), og dei andre ville ha behalde det som står i ho no".to_owned()
            }
            Unmended::Changed => "fila vart endra av nokon andre imens".to_owned(),
            Unmended::TakenAway => "den nye fila vart teken bort av nokon andre".to_owned(),
            Unmended::Held => "fila blir retta av ein annan munilint".to_owned(),
            Unmended::NoRoom(error) => {
                format!("det kan ikkje skrivast i mappa ho ligg i: {}", nynorsk_reason(error))
            }
            Unmended::NotOwned(error) => {
                format!("fila høyrer til nokon andre, og det kan ikkje takast vare på: {}", nynorsk_reason(error))
            }
        }
    }
}

/// Bytes in whole mebibytes.
fn mebibytes(bytes: u64) -> String {
    format!("{} MiB", bytes >> 20)
}

/// The line before a fault, which is in English: nothing in English, else where it is.
pub(crate) fn before_fault(name: &str, line: usize, language: Language) -> Option<String> {
    match language {
        Language::Nb => {
            Some(format!("{name} kan ikke brukes slik den er skrevet: se linje {line} (forklart på engelsk)"))
        }
        Language::Nn => {
            Some(format!("{name} kan ikkje brukast slik ho er skriven: sjå linje {line} (forklart på engelsk)"))
        }
        Language::En => None,
    }
}

/// What stands beside the progress bar.
pub(crate) fn progress(language: Language) -> &'static str {
    match language {
        Language::Nb | Language::Nn => "{wide_bar} {bytes} av {total_bytes}, {eta} igjen",
        Language::En => "{wide_bar} {bytes} of {total_bytes}, {eta} left",
    }
}

fn english_reason(error: &io::Error) -> String {
    if let Some(unmended) = Unmended::of(error) {
        return unmended.english();
    }
    match Unreadable::of(error) {
        Some(Unreadable::NotRegular) => "it is not a regular file".to_owned(),
        Some(Unreadable::NoTable) => "there is no table in it".to_owned(),
        Some(Unreadable::NoText) => "some of its bytes are no text in its encoding".to_owned(),
        Some(Unreadable::Foreign(kind)) => format!("it is {}, and munilint reads delimited text", names(kind)[2]),
        Some(Unreadable::LongRecord { line }) => {
            format!("the record on line {line} is longer than {} MiB", LONGEST_RECORD >> 20)
        }
        None => error.to_string(),
    }
}

fn bokmal_reason(error: &io::Error) -> String {
    if let Some(unmended) = Unmended::of(error) {
        return unmended.bokmal();
    }
    match (Unreadable::of(error), error.kind()) {
        (Some(Unreadable::NotRegular), _) => "det er ikke en vanlig fil".to_owned(),
        (Some(Unreadable::NoTable), _) => "det er ingen tabell i den".to_owned(),
        (Some(Unreadable::NoText), _) => "noen av bytene er ikke tekst i filens tegnkoding".to_owned(),
        (Some(Unreadable::Foreign(kind)), _) => {
            format!("det er {}, og munilint leser tekst med skilletegn", names(kind)[0])
        }
        (Some(Unreadable::LongRecord { line }), _) => {
            format!("posten på linje {line} er lengre enn {} MiB", LONGEST_RECORD >> 20)
        }
        (None, ErrorKind::NotFound) => "finnes ikke".to_owned(),
        (None, ErrorKind::PermissionDenied) => "du har ikke tilgang".to_owned(),
        (None, ErrorKind::IsADirectory) => "det er en mappe".to_owned(),
        (None, ErrorKind::NotADirectory) => "en del av filstien er ikke en mappe".to_owned(),
        (None, ErrorKind::StorageFull) => "det er ikke mer plass på disken".to_owned(),
        (None, ErrorKind::ReadOnlyFilesystem) => "det kan ikke skrives der".to_owned(),
        // The other words are the system's.
        (None, _) => error.to_string(),
    }
}

fn nynorsk_reason(error: &io::Error) -> String {
    if let Some(unmended) = Unmended::of(error) {
        return unmended.nynorsk();
    }
    match (Unreadable::of(error), error.kind()) {
        (Some(Unreadable::NotRegular), _) => "det er ikkje ei vanleg fil".to_owned(),
        (Some(Unreadable::NoTable), _) => "det er ingen tabell i ho".to_owned(),
        (Some(Unreadable::NoText), _) => "nokre av bytane er ikkje tekst i teiknkodinga til fila".to_owned(),
        (Some(Unreadable::Foreign(kind)), _) => {
            format!("det er {}, og munilint les tekst med skiljeteikn", names(kind)[1])
        }
        (Some(Unreadable::LongRecord { line }), _) => {
            format!("posten på linje {line} er lengre enn {} MiB", LONGEST_RECORD >> 20)
        }
        (None, ErrorKind::NotFound) => "finst ikkje".to_owned(),
        (None, ErrorKind::PermissionDenied) => "du har ikkje tilgang".to_owned(),
        (None, ErrorKind::IsADirectory) => "det er ei mappe".to_owned(),
        (None, ErrorKind::NotADirectory) => "ein del av filstien er ikkje ei mappe".to_owned(),
        (None, ErrorKind::StorageFull) => "det er ikkje meir plass på disken".to_owned(),
        (None, ErrorKind::ReadOnlyFilesystem) => "det kan ikkje skrivast der".to_owned(),
        // The other words are the system's.
        (None, _) => error.to_string(),
    }
}

/// A kind of source, in Bokmål, Nynorsk and English.
fn names(kind: Foreign) -> [&'static str; 3] {
    match kind {
        Foreign::Zip => [
            "et zip-arkiv eller et Office-dokument (xlsx, ods, docx)",
            "eit zip-arkiv eller eit Office-dokument (xlsx, ods, docx)",
            "a zip archive or an Office document (xlsx, ods, docx)",
        ],
        Foreign::Gzip => ["et gzip-arkiv", "eit gzip-arkiv", "a gzip archive"],
        Foreign::OldOffice => [
            "et eldre Office-dokument (xls, doc)", "eit eldre Office-dokument (xls, doc)",
            "an old Office document (xls, doc)",
        ],
        Foreign::Pdf => ["et PDF-dokument", "eit PDF-dokument", "a PDF document"],
        Foreign::Sqlite => [
            "en SQLite-database (slik som GeoPackage)",
            "ein SQLite-database (slik som GeoPackage)",
            "an SQLite database (such as GeoPackage)",
        ],
        Foreign::Parquet => ["en Parquet-fil", "ei Parquet-fil", "a Parquet file"],
        Foreign::Zstandard => ["et Zstandard-arkiv", "eit Zstandard-arkiv", "a Zstandard archive"],
        Foreign::Bzip2 => ["et bzip2-arkiv", "eit bzip2-arkiv", "a bzip2 archive"],
        Foreign::Program => ["et program", "eit program", "a program"],
        Foreign::Json => ["et JSON-dokument", "eit JSON-dokument", "a JSON document"],
        Foreign::Xml => ["et XML- eller HTML-dokument", "eit XML- eller HTML-dokument", "an XML or HTML document"],
        Foreign::Sosi => ["en SOSI-fil", "ei SOSI-fil", "a SOSI file"],
        Foreign::Px => ["en PX-fil", "ei PX-fil", "a PX file"],
    }
}
