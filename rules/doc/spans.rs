//! Years that metadata says a dataset is about.

use crate::years::leading_year;
use munilint_model::{Description, Place};

/// The first and the last year, and where it is said.
pub(super) struct Span {
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) at: Place,
    /// The message of the page for it.
    pub(super) variant: &'static str,
}

/// What the dataset says of its time: its period, else the years in its titles.
pub(super) fn spans(dataset: &Description) -> Vec<Span> {
    let year = |text: &Option<String>| leading_year(text.as_deref()?.trim());
    let of_period = dataset.periods.iter().filter_map(|said| {
        let (start, end) = (year(&said.what.start), year(&said.what.end));
        // An end that is not said is open, and one that cannot be read tells nothing.
        let is_open = |text: &Option<String>, year: Option<i32>| text.is_none() || year.is_some();
        let is_known = is_open(&said.what.start, start) && is_open(&said.what.end, end);
        (is_known && (start, end) != (None, None)).then(|| Span {
            first: start.unwrap_or(i32::MIN),
            last: end.unwrap_or(i32::MAX),
            at: said.at,
            variant: "",
        })
    });
    let of_period: Vec<Span> = of_period.collect();
    if !of_period.is_empty() {
        return of_period;
    }
    of_titles(dataset)
}

/// The years in its titles.
pub(super) fn of_titles(dataset: &Description) -> Vec<Span> {
    let of_title = dataset.titles.iter().filter_map(|said| {
        let years = || years_in(&said.what.text);
        Some(Span { first: years().min()?, last: years().max()?, at: said.at, variant: "title" })
    });
    of_title.collect()
}

/// Numbers in a text that are years of recent times.
fn years_in(text: &str) -> impl Iterator<Item = i32> {
    let runs = text.split(|c: char| !c.is_ascii_alphanumeric());
    runs.filter(|run| run.len() == 4).filter_map(leading_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_a_title_are_whole_words() {
        let years = |text: &str| years_in(text).collect::<Vec<_>>();
        assert_eq!(years("Skoleruter 2015–2020"), [2015, 2020]);
        assert_eq!(years("Valg2019, kommune 0301, 12020"), Vec::<i32>::new());
    }
}
