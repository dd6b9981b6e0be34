//! See `overdue-update.md`.

use crate::datasets::{tell, when};
use crate::dcat::vocabularies::days_between;
use munilint_detect::date::{Calendar, days_in_month};
use munilint_model::{Body, Description, Findings, Metadata, Options};

pub(crate) const BODY: Body = Body::Metadata(judge);

fn judge(metadata: &Metadata, options: &Options, found: &mut Findings) {
    let Some(today) = calendar(options.number("today") as i32) else { return };
    let patience = options.number("patience");
    let first = metadata.datasets.iter().find_map(|dataset| overdue(dataset, today, patience));
    let late = |dataset: &Description| overdue(dataset, today, patience).is_some();
    let Some(draft) = tell(metadata, found, |dataset| when(dataset, late(dataset))) else { return };
    if let Some((modified, days, since)) = first {
        draft.excerpt("modified", modified).count("days", days).count("since", since);
    }
}

/// When it was changed last, after how many days at most it is to be changed again, and how many have gone; `None` when it is not
/// late, or nothing says so.
fn overdue(dataset: &Description, today: i64, patience: f64) -> Option<(&str, u64, u64)> {
    let days = dataset.frequencies.iter().filter_map(|said| days_between(&said.what)).max()?;
    let of_forms = dataset.distributions.iter().flat_map(|form| &form.modified);
    let all = dataset.modified.iter().chain(of_forms);
    let dated = all.filter_map(|said| Some((day(said.what.get(..10)?)?, said.what.get(..10)?)));
    let (last, modified) = dated.max()?;
    let since = u64::try_from(today - last).ok()?;
    (since as f64 > days as f64 * patience).then_some((modified, days, since))
}

fn day(text: &str) -> Option<i64> {
    let number: String = text.chars().filter(|&c| c != '-').collect();
    calendar(number.parse().ok()?)
}

/// Days since the year 0 of a day that is written as one number, `20260131`.
fn calendar(number: i32) -> Option<i64> {
    let (year, month, day) = (number / 10_000, number.unsigned_abs() / 100 % 100, number.unsigned_abs() % 100);
    Calendar::new(year, month, day).filter(|_| year > 0)?;
    let years = i64::from(year) - 1;
    let months: u32 = (1..month).map(|month| days_in_month(year, month)).sum();
    Some(years * 365 + years / 4 - years / 100 + years / 400 + i64::from(months + day))
}
