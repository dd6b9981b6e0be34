//! Numbers of properties in the cadastre (matrikkelnummer).

/// Longest part in digits: number of a farm, of a holding, of a lease or of a section.
const MOST_DIGITS: usize = 5;

/// True when all of the text is the number of a property: `208/37`, `0301-208/37`, `208/37/0/12`: farm (gårdsnummer) and holding
/// (bruksnummer), with or without the municipality before them, and lease (festenummer) and section (seksjonsnummer) behind.
///
/// Source: Kartverket, matrikkelforskriften. Fractions and parts of dates look the same: ask only where the header speaks of
/// properties.
#[must_use]
pub fn cadastral_number(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii();
    let property = match bytes {
        [a, b, c, d, b'-' | b' ', property @ ..] if [a, b, c, d].into_iter().all(u8::is_ascii_digit) => property,
        _ => bytes,
    };
    let mut parts = 0;
    let are_numbers = property.split(|&byte| byte == b'/').all(|part| {
        parts += 1;
        (1..=MOST_DIGITS).contains(&part.len()) && part.iter().all(u8::is_ascii_digit)
    });
    are_numbers && (2..=4).contains(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn farm_and_holding_are_needed() {
        for text in ["208/37", "0301-208/37", "0301 208/37", "208/37/0/12", "1/1"] {
            assert!(cadastral_number(text.as_bytes()), "{text}");
        }
        for text in ["208", "208/", "/37", "208/37/1/2/3", "208//37", "30101-208/37", "208-37", "123456/1", ""] {
            assert!(!cadastral_number(text.as_bytes()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_municipality_changes_nothing(farm in 1_u32..99_999, holding in 1_u32..9_999) {
            let property = format!("{farm}/{holding}");
            let with_municipality = format!("0301-{property}");
            prop_assert!(cadastral_number(property.as_bytes()) && cadastral_number(with_municipality.as_bytes()));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..20)) {
            let _ = cadastral_number(&bytes);
        }
    }
}
