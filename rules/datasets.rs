//! What is found in datasets of a metadata file, told once for the file.

use munilint_model::{Argument, Description, Draft, Findings, Metadata, Occurrences, Place};

/// Tells of the datasets in which `places` finds something: `{count}` places in all, in `{which}` (`{some}` of `{datasets}`), the first
/// of them `{dataset}`. `None` when there is nothing.
pub(crate) fn tell<'f>(
    metadata: &Metadata,
    found: &'f mut Findings,
    places: impl Fn(&Description) -> Vec<Place>,
) -> Option<&'f mut Draft> {
    let (mut seen, mut some, mut first) = (Occurrences::default(), 0, None);
    for dataset in &metadata.datasets {
        let places = places(dataset);
        if let Some(at) = places.first() {
            some += 1;
            first = first.or(Some((dataset, *at)));
        }
        places.into_iter().for_each(|at| seen.add(|| at));
    }
    let (dataset, _) = first?;
    let draft = found.add(None, seen);
    let of = metadata.datasets.len() as u64;
    draft.count("some", some).count("datasets", of).with("which", Argument::Datasets { some, of });
    draft.excerpt("dataset", dataset.name());
    Some(draft)
}

/// The place of a dataset when `is` holds for it.
pub(crate) fn when(dataset: &Description, is: bool) -> Vec<Place> {
    if is { vec![dataset.at] } else { Vec::new() }
}

/// Tells of the values that `values` finds, each with its place: as [`tell`], with the first of them as `{value}`.
pub(crate) fn tell_values<'f, 'm>(
    metadata: &'m Metadata,
    found: &'f mut Findings,
    values: impl Fn(&'m Description) -> Vec<(Place, &'m str)>,
) -> Option<&'f mut Draft> {
    let first = metadata.datasets.iter().flat_map(&values).map(|(_, value)| value).next()?;
    let draft = tell(metadata, found, |dataset| {
        let same = metadata.datasets.iter().find(|own| std::ptr::eq(*own, dataset));
        same.map(&values).unwrap_or_default().into_iter().map(|(at, _)| at).collect()
    })?;
    draft.excerpt("value", first);
    Some(draft)
}
