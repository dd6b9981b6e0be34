//! What a person may have meant.

/// The candidate that is nearest to `word`, when it is near enough to be a slip of the finger.
pub(crate) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let word = word.to_lowercase();
    let allowed = (word.chars().count() / 3).clamp(1, 3);
    let near = candidates.into_iter().map(|candidate| (strsim::osa_distance(&word, candidate), candidate));
    near.filter(|(far, _)| *far <= allowed).min().map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn slips_are_seen_and_strangers_are_not() {
        let keys = ["severity", "since", "select", "lang"];
        assert_eq!(nearest("severty", keys), Some("severity"));
        assert_eq!(nearest("Severity", keys), Some("severity"));
        assert_eq!(nearest("slect", keys), Some("select"));
        assert_eq!(nearest("lnag", keys), Some("lang"));
        assert_eq!(nearest("colour", keys), None);
    }
}
