use munilint_detect::header::words;
use munilint_model::{Body, Findings, Occurrences, Options, Place, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    let name = facts.table.source.rsplit('/').next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let variant = if is_copy(stem) {
        ""
    } else if is_download(stem) {
        "numbered"
    } else if is_once_more_final(stem) {
        "final"
    } else {
        return;
    };
    found.add(None, Occurrences::at(Place::File)).variant(variant).excerpt("name", name);
}

/// The words of a name, digits at their ends left out: `kopi2` is `kopi`.
fn stems(stem: &str) -> Vec<String> {
    let bare = |word: &String| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    words(stem).iter().map(bare).filter(|word| !word.is_empty()).collect()
}

/// `Kopi av budsjett`, `budsjett - Kopi`, `budsjett - Copy (2)`
fn is_copy(stem: &str) -> bool {
    let stems = stems(stem);
    let begins = |a: &str, b: &str| stems.len() > 2 && stems[0] == a && stems[1] == b;
    let ends = stems.len() > 1 && stems.last().is_some_and(|word| matches!(word.as_str(), "kopi" | "copy"));
    ends || begins("kopi", "av") || begins("copy", "of")
}

/// `budsjett (1)`: what a browser calls a file that it fetches once more.
fn is_download(stem: &str) -> bool {
    let number = stem.trim_end().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    number.is_some_and(|(before, number)| {
        !before.trim().is_empty() && number.len() <= 2 && number.parse::<u8>().is_ok_and(|number| number > 0)
    })
}

/// `budsjett_endelig2`, `budsjett final v3`: `endelig` alone is the opposite of `foreløpig`.
fn is_once_more_final(stem: &str) -> bool {
    let words = words(stem);
    let once_more = |after: &str| {
        let number = after.trim_start_matches('v');
        after == "ny" || (!number.is_empty() && number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let last = words.iter().rposition(|word| word.starts_with("endelig") || word.starts_with("final"));
    last.is_some_and(|at| {
        let own = words[at].trim_start_matches("endelig").trim_start_matches("final");
        match &words[at + 1..] {
            [] => once_more(own),
            [after] => own.is_empty() && once_more(after),
            _ => false,
        }
    })
}
