//! Organisation numbers (organisasjonsnummer) of the Brønnøysund Register Centre.

/// First digits of the numbers that are given out. A number that starts with another digit is not accepted; should
/// Brønnøysund open a new series, its first digit belongs here.
const FIRST: [u8; 2] = [b'8', b'9'];
/// Weights of the nine digits, the control digit last.
const WEIGHTS: [u32; 9] = [3, 2, 7, 6, 5, 4, 3, 2, 1];

/// True when nine ASCII digits are an organisation number: the first is 8 or 9, and the weighted sum is divisible by 11.
///
/// Of random nine-digit strings 1.8 % pass.
#[must_use]
pub fn organisation_number(digits: &[u8]) -> bool {
    let Ok(digits) = <&[u8; 9]>::try_from(digits) else { return false };
    // Every digit is looked at, which is faster than to stop at the first that is none.
    let (mut sum, mut are_digits) = (0, true);
    for (&digit, weight) in digits.iter().zip(WEIGHTS) {
        are_digits &= digit.is_ascii_digit();
        sum += u32::from(digit & 15) * weight;
    }
    are_digits && FIRST.contains(&digits[0]) && sum.is_multiple_of(11)
}

/// The nine digits of a number written in one, or in three groups set apart by a space or no-break space (0xA0, or C2 A0 in
/// UTF-8): `988 077 917`. Check digits are not looked at.
#[must_use]
pub fn organisation_digits(bytes: &[u8]) -> Option<[u8; 9]> {
    if let Ok(digits) = <[u8; 9]>::try_from(bytes) {
        return digits.iter().all(u8::is_ascii_digit).then_some(digits);
    }
    let mut digits = [0; 9];
    let mut rest = bytes;
    for (i, group) in digits.chunks_exact_mut(3).enumerate() {
        if i > 0 {
            rest = match rest {
                [b' ' | 0xA0, rest @ ..] | [0xC2, 0xA0, rest @ ..] => rest,
                _ => return None,
            };
        }
        let (three, after) = rest.split_at_checked(3)?;
        group.copy_from_slice(three);
        rest = after;
    }
    (rest.is_empty() && digits.iter().all(u8::is_ascii_digit)).then_some(digits)
}

/// True when `bytes`, with or without spaces between groups of three, is an organisation number.
#[must_use]
pub fn organisation_number_grouped(bytes: &[u8]) -> bool {
    organisation_digits(bytes).is_some_and(|digits| organisation_number(&digits))
}

/// True for an organisation number in the register of value added tax: `NO 988 077 917 MVA`, with or without the letters of the
/// country and the spaces. It names an enterprise and no person, unless the enterprise is one person's.
///
/// Source: Skatteetaten, Merverdiavgiftsregisteret.
#[must_use]
pub fn vat_number(bytes: &[u8]) -> bool {
    let Some(number) = bytes.strip_suffix(b"MVA") else { return false };
    let number = number.strip_prefix(b"NO").unwrap_or(number);
    organisation_number_grouped(number.trim_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_of_municipalities_and_agencies_pass() {
        for number in
            ["988077917", "998447356", "995525828", "958935420", "964338531", "942110464", "964965226", "991825827"]
        {
            assert!(organisation_number(number.as_bytes()), "{number}");
        }
        assert!(organisation_number_grouped(b"988 077 917"));
        assert!(organisation_number_grouped(b"988\xA0077\xA0917"));
        assert!(organisation_number_grouped("988\u{a0}077\u{a0}917".as_bytes()));
        assert!(organisation_number_grouped(b"988077917"));
    }

    #[test]
    fn the_register_of_value_added_tax_adds_letters() {
        for number in ["NO 995 525 828 MVA", "NO995525828MVA", "995525828MVA", "995525828 MVA"] {
            assert!(vat_number(number.as_bytes()), "{number}");
        }
        for number in ["995525829MVA", "995525828", "NO995525828", "MVA", "SE995525828MVA"] {
            assert!(!vat_number(number.as_bytes()), "{number}");
        }
    }

    #[test]
    fn others_do_not() {
        for number in ["988077918", "98807791", "9880779170", "98807791x", "000000000", ""] {
            assert!(!organisation_number(number.as_bytes()), "{number}");
        }
        for form in ["988 077  917", "98 8077 917", "988-077-917", "988 077 917 ", "988 077 918", " 988077917"] {
            assert!(!organisation_number_grouped(form.as_bytes()), "{form}");
        }
    }

    proptest! {
        #[test]
        fn a_changed_digit_is_seen(at in 0_usize..9, by in 1_u8..10) {
            let mut digits = *b"988077917";
            digits[at] = b'0' + (digits[at] - b'0' + by) % 10;
            prop_assert!(!organisation_number(&digits));
        }

        #[test]
        fn nothing_panics(bytes in proptest::collection::vec(any::<u8>(), 0..15)) {
            let _ = (organisation_number(&bytes), organisation_number_grouped(&bytes), vat_number(&bytes));
        }
    }
}
