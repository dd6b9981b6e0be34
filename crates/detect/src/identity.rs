//! National identity numbers of Norway (fødselsnummer) and the numbers made in their likeness.
//!
//! Eleven digits `DDMMYY III K1 K2`: date of birth, individual number, two control digits. Source: the National Population
//! Register (Folkeregisteret), Skatteetaten. Control digits are the remainder rule mod 11 with weights
//! `3 7 6 1 8 9 4 5 2` for K1 and `5 4 3 2 7 6 5 4 3 2` for K2; from 2032 a number is also issued when K1 misses its mark by
//! up to three, and the individual number then tells no century.

use crate::date::{self, Calendar};
use crate::gender::Gender;
use serde::{Deserialize, Serialize};

/// Weights of the nine first digits for K1; K1 itself weighs 1.
const K1: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];
/// Weights of the ten first digits for K2; K2 itself weighs 1.
const K2: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// Which series a number is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// National identity number (fødselsnummer): the date as it is.
    National,
    /// D-number, for who is not to be registered as resident: day + 40.
    DNumber,
    /// H-number, made inside a health institution: month + 40. The synthetic numbers of NAV's Dolly look the same; the
    /// number alone cannot tell which it is.
    HNumber,
    /// FH-number of Norsk helsenett: the first digit is 8 or 9, and there is no date inside.
    FhNumber,
}

/// Where a synthetic number is from. Such a number belongs to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Synthetic {
    /// Tenor test population of Skatteetaten: month + 80.
    Tenor,
    /// NAV's Dolly: month + 40. Only said of D-numbers; else see [`Kind::HNumber`].
    Dolly,
    /// Newer test sets of NAV: month + 60 or + 65.
    Nav,
}

/// The rule for control digits and century that a number keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ControlRule {
    /// The rule until 2032, which stays good for numbers that were issued under it.
    Today,
    /// The rule from 1 January 2032, and not today's.
    From2032,
}

/// What an eleven-digit number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IdentityNumber {
    /// The series.
    pub kind: Kind,
    /// Where it is from when it belongs to nobody.
    pub synthetic: Option<Synthetic>,
    /// The older of the rules it keeps.
    pub rule: ControlRule,
}

impl IdentityNumber {
    /// True when chance makes such a number as seldom as [`chance_share`] says: a date of birth is inside, and it is not
    /// hidden by one of the two shifts of [`Synthetic::Nav`].
    #[must_use]
    pub fn has_date(self) -> bool {
        self.kind != Kind::FhNumber && self.synthetic != Some(Synthetic::Nav)
    }
}

/// Judges eleven ASCII digits by today's rule: control digits, and a day that is in the calendar in the century that the
/// individual number stands for. `None` for anything else.
#[must_use]
pub fn identity_number(digits: &[u8]) -> Option<IdentityNumber> {
    let number = Digits::read(digits)?;
    if number.k1_miss() != 0 || !number.k2_fits() {
        return None;
    }
    number.judge(ControlRule::Today)
}

/// Judges eleven ASCII digits by the rule from 2032, which takes in all that today's rule does.
///
/// K1 may miss its mark by up to three. No century can be derived, so the day only has to be in the calendar in some
/// century from 1854 to 2039.
#[must_use]
pub fn identity_number_2032(digits: &[u8]) -> Option<IdentityNumber> {
    let number = Digits::read(digits)?;
    let miss = number.k1_miss();
    if miss > 3 || !number.k2_fits() {
        return None;
    }
    let today = if miss == 0 { number.judge(ControlRule::Today) } else { None };
    today.or_else(|| number.judge(ControlRule::From2032))
}

/// Eleven digits that an identity number of today's rule became when a spreadsheet took the zero in front away: ten ASCII
/// digits that pass with it. `None` for anything else, and for the series whose month chance hits easily ([`Synthetic::Nav`]).
///
/// Of random strings about one in 400 passes. Times in seconds since 1970 and telephone numbers with 47 in front do not: their
/// month is none.
#[must_use]
pub fn with_lost_zero(digits: &[u8]) -> Option<IdentityNumber> {
    let mut whole = [b'0'; 11];
    whole[1..].copy_from_slice(<&[u8; 10]>::try_from(digits).ok()?);
    identity_number(&whole).filter(|found| found.has_date())
}

/// True for eleven ASCII digits that stand in reports to KOSTRA for who has no number: a date of birth, and 99999, or 00100
/// or 00200 for the unborn and the newborn. Their control digits are wrong, and that is as it should be.
///
/// Source: Statistics Norway, kostra-kontrollprogram and the specification of the child welfare report.
#[must_use]
pub fn kostra_substitute(digits: &[u8]) -> bool {
    let Some(number) = Digits::read(digits) else { return false };
    let d_number = if number.0[0] >= 4 { 40 } else { 0 };
    let is_date = || number.is_real(number.pair(0).saturating_sub(d_number), number.pair(2), ControlRule::From2032);
    matches!(&digits[6..], b"99999" | b"00100" | b"00200") && is_date()
}

/// Who a number was given to, as far as the number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Day of birth.
    pub born: Calendar,
    /// Gender: odd ninth digits are men's.
    pub gender: Gender,
}

/// What a national identity number or D-number of today's rule says of its holder, the shifts of D-numbers and synthetic
/// series taken back. `None` for other numbers: H-numbers and FH-numbers do not say it, nor do numbers of 2032's rule alone.
#[must_use]
pub fn holder(digits: &[u8]) -> Option<Holder> {
    let found = identity_number(digits)?;
    if !matches!(found.kind, Kind::National | Kind::DNumber) || !found.has_date() {
        return None;
    }
    let number = Digits::read(digits)?;
    let day = number.pair(0) - if found.kind == Kind::DNumber { 40 } else { 0 };
    let month = number.pair(2)
        - match found.synthetic {
            Some(Synthetic::Tenor) => 80,
            Some(Synthetic::Dolly) => 40,
            Some(Synthetic::Nav) | None => 0,
        };
    let year = century(number.individual(), number.pair(4))? + number.pair(4);
    let gender = if number.0[8] % 2 == 1 { Gender::Male } else { Gender::Female };
    Some(Holder { born: Calendar::new(year.cast_signed(), month, day)?, gender })
}

/// Share of random eleven-digit strings that pass as a number with a date inside: [`Kind::National`], [`Kind::DNumber`] and
/// [`Kind::HNumber`], as they are or as [`Synthetic::Tenor`] and [`Synthetic::Dolly`]. From 0 to 1, measured.
///
/// What has less inside passes more easily and should not be counted as evidence: [`Synthetic::Nav`] adds about half as
/// much again, and [`Kind::FhNumber`], which has no date, as much as all those together.
#[must_use]
pub fn chance_share(rule: ControlRule) -> f64 {
    match rule {
        ControlRule::Today => 0.0016,
        ControlRule::From2032 => 0.0072,
    }
}

/// Eleven digits as numbers.
struct Digits([u32; 11]);

impl Digits {
    fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; 11] = bytes.try_into().ok()?;
        bytes.iter().all(u8::is_ascii_digit).then(|| Digits(bytes.map(|byte| u32::from(byte - b'0'))))
    }

    fn weigh(&self, weights: &[u32]) -> u32 {
        self.0.iter().zip(weights).map(|(digit, weight)| digit * weight).sum()
    }

    /// By how much K1 misses the remainder rule, from 0 to 10.
    fn k1_miss(&self) -> u32 {
        (self.weigh(&K1) + self.0[9]) % 11
    }

    fn k2_fits(&self) -> bool {
        (self.weigh(&K2) + self.0[10]).is_multiple_of(11)
    }

    fn pair(&self, at: usize) -> u32 {
        self.0[at] * 10 + self.0[at + 1]
    }

    fn individual(&self) -> u32 {
        self.0[6] * 100 + self.pair(7)
    }

    /// Reads series and date; the control digits are known to fit.
    fn judge(&self, rule: ControlRule) -> Option<IdentityNumber> {
        if self.0[0] >= 8 {
            return Some(IdentityNumber { kind: Kind::FhNumber, synthetic: None, rule });
        }
        let d_number = self.0[0] >= 4;
        let day = self.pair(0) - if d_number { 40 } else { 0 };
        let month = self.pair(2);
        let real = |shift: u32| month > shift && self.is_real(day, month - shift, rule);
        let (kind, synthetic) = match month {
            1..=12 if real(0) => (Kind::National, None),
            41..=52 if real(40) && d_number => (Kind::DNumber, Some(Synthetic::Dolly)),
            41..=52 if real(40) => (Kind::HNumber, None),
            61..=77 if real(60) || real(65) => (Kind::National, Some(Synthetic::Nav)),
            81..=92 if real(80) => (Kind::National, Some(Synthetic::Tenor)),
            _ => return None,
        };
        let kind = if d_number { Kind::DNumber } else { kind };
        Some(IdentityNumber { kind, synthetic, rule })
    }

    fn is_real(&self, day: u32, month: u32, rule: ControlRule) -> bool {
        let year = self.pair(4);
        match rule {
            ControlRule::Today => century(self.individual(), year)
                .is_some_and(|century| date::is_date((century + year).cast_signed(), month, day)),
            // 1900 is no leap year but 2000 is, so two digits are enough to say whether some century has the day.
            ControlRule::From2032 => date::is_date((2000 + year).cast_signed(), month, day),
        }
    }
}

/// First year of the century that an individual number stands for, by the two digits of the year. Some pairs have none.
fn century(individual: u32, year: u32) -> Option<u32> {
    match individual {
        0..=499 => Some(1900),
        500..=749 if year >= 54 => Some(1800),
        500..=999 if year < 40 => Some(2000),
        900..=999 => Some(1900),
        _ => None,
    }
}

#[cfg(test)]
#[path = "identity_tests.rs"]
mod tests;
