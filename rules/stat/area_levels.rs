//! Areas in larger areas, as their numbers tell: a city district has six digits, of which the first four are its
//! municipality's, and a municipality four, of which the first two are its county's.

use super::row_key::mix;
use crate::row_hash::hash;

/// How many digits the number of an area has, and that of the area that it is a part of.
const LEVELS: [(usize, usize); 3] = [(4, 2), (6, 4), (8, 4)];

/// The sums that an area has to do with: the hash of what they have in common, and whether the area is their total.
pub(super) fn sums(cell: &[u8]) -> impl Iterator<Item = (u64, bool)> + '_ {
    let number = number(cell);
    LEVELS.into_iter().filter_map(move |(digits, above)| {
        let number = number?;
        let key = |area: &[u8]| mix(&[hash(area), digits as u64]);
        match number.len() {
            length if length == digits => Some((key(&number[..above]), false)),
            length if length == above => Some((key(number), true)),
            _ => None,
        }
    })
}

/// The digits of an area that a text begins with: `0301` of `0301 Oslo` and `K-0301 Oslo`.
pub(crate) fn number(cell: &[u8]) -> Option<&[u8]> {
    let cell = cell.trim_ascii();
    let start = cell.strip_prefix(b"K-").or_else(|| cell.strip_prefix(b"F-")).unwrap_or(cell);
    let digits = start.iter().take_while(|byte| byte.is_ascii_digit()).count();
    matches!(digits, 2 | 4 | 6 | 8).then(|| &start[..digits])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn districts_and_their_city_have_a_sum_in_common() {
        let of = |text: &str| sums(text.as_bytes()).collect::<Vec<_>>();
        let [(district, false)] = of("030103 Sagene")[..] else { panic!("a part") };
        assert!(of("0301 Oslo").contains(&(district, true)));
        assert!(of("K-0301 Oslo").contains(&(district, true)));
        assert!(!of("4601 Bergen").contains(&(district, true)));
        let [(municipality, false), ..] = of("0301")[..] else { panic!("a part") };
        assert_eq!(of("03"), [(municipality, true)]);
        assert!(!of("03010101").contains(&(district, false)));
        assert!(of("Oslo").is_empty() && of("301").is_empty());
    }
}
