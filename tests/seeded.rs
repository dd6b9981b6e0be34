//! Seeded numbers, and identifiers made of them: the same in every run, and nobody's.
//!
//! Check digits follow the sources that `munilint-detect` names, worked out here once more so that the one does not
//! vouch for the other.

use std::ops::RangeInclusive;

/// Weights of the first nine digits of an identity number for the first check digit.
const FIRST: [u32; 9] = [3, 7, 6, 1, 8, 9, 4, 5, 2];

/// Weights of ten digits for the last check digit, of identity numbers and of account numbers.
const LAST: [u32; 10] = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

/// A seeded source of numbers (SplitMix64).
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Starts from `seed`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Dice(seed)
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in the range.
    pub fn within(&mut self, range: RangeInclusive<u32>) -> u32 {
        let width = u64::from(range.end() - range.start()) + 1;
        range.start() + u32::try_from(self.roll() % width).unwrap_or(0)
    }

    /// One of some things.
    ///
    /// # Panics
    /// There are none.
    pub fn pick<'a, T>(&mut self, things: &'a [T]) -> &'a T {
        let last = u32::try_from(things.len() - 1).unwrap_or(u32::MAX);
        &things[self.within(0..=last) as usize]
    }

    /// A national identity number of the synthetic series: 80 is added to the month.
    pub fn synthetic_national(&mut self) -> String {
        self.identity(0, 80, 40..=99, 0..=499)
    }

    /// A national identity number of the synthetic series, as of somebody born from 2000 to 2023: 80 is added to the month.
    pub fn synthetic_national_of_this_century(&mut self) -> String {
        self.identity(0, 80, 0..=23, 500..=999)
    }

    /// A D-number of the synthetic series: 80 is added to the month, and 40 to the day.
    pub fn synthetic_d_number(&mut self) -> String {
        self.identity(40, 80, 40..=99, 0..=499)
    }

    /// A national identity number as of somebody born from 1854 to 1899: it has no mark of a test series, and such a
    /// person is not alive.
    pub fn bygone_national(&mut self) -> String {
        self.identity(0, 0, 54..=99, 500..=749)
    }

    /// A national identity number that keeps the rule from 2032 and not today's, as of somebody born before 1900 by its
    /// individual number.
    pub fn national_of_2032(&mut self) -> String {
        loop {
            let (day, month) = (self.within(1..=28), self.within(1..=12));
            let (year, individual) = (self.within(54..=99), self.within(500..=749));
            let nine = format!("{day:02}{month:02}{year:02}{individual:03}");
            let miss = self.within(1..=3);
            let Some(control) = check_digit(&nine, &FIRST, miss) else { continue };
            if let Some(number) = with_check_digit(&format!("{nine}{control}"), &LAST) {
                return number;
            }
        }
    }

    fn identity(
        &mut self,
        on_day: u32,
        on_month: u32,
        years: RangeInclusive<u32>,
        individuals: RangeInclusive<u32>,
    ) -> String {
        loop {
            let (day, month) = (self.within(1..=28) + on_day, self.within(1..=12) + on_month);
            let (year, individual) = (self.within(years.clone()), self.within(individuals.clone()));
            let nine = format!("{day:02}{month:02}{year:02}{individual:03}");
            let Some(ten) = with_check_digit(&nine, &FIRST) else { continue };
            if let Some(number) = with_check_digit(&ten, &LAST) {
                return number;
            }
        }
    }

    /// A bank account number.
    pub fn account(&mut self) -> String {
        loop {
            let ten = format!("{:05}{:05}", self.within(10_000..=99_999), self.within(0..=99_999));
            if let Some(number) = with_check_digit(&ten, &LAST) {
                return number;
            }
        }
    }

    /// A DUF-number of the immigration authorities.
    pub fn duf(&mut self) -> String {
        const WEIGHTS: [u32; 10] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
        let ten = format!("{}{:06}", self.within(1990..=2024), self.within(0..=999_999));
        let sum: u32 = ten.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        format!("{ten}{:02}", sum % 11)
    }

    /// A Swedish number as of somebody born from 1890 to 1899, of the running numbers that are set aside for tests.
    pub fn swedish(&mut self) -> String {
        let (year, month, day) = (self.within(90..=99), self.within(1..=12), self.within(1..=28));
        let nine = format!("{year}{month:02}{day:02}{}", self.within(980..=999));
        let doubled = |(at, digit): (usize, u8)| {
            let value = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
            value / 10 + value % 10
        };
        let sum: u32 = nine.bytes().enumerate().map(doubled).sum();
        format!("18{}-{}{}", &nine[..6], &nine[6..], (10 - sum % 10) % 10)
    }

    /// A telephone number of eight digits, of a mobile telephone or not.
    pub fn telephone(&mut self) -> String {
        format!("{}{:07}", self.pick(&[2, 3, 4, 5, 6, 7, 9]), self.within(0..=9_999_999))
    }

    /// A given name and a surname that nobody has together, but by chance.
    pub fn name(&mut self) -> (&'static str, &'static str) {
        const GIVEN: [&str; 8] = ["Ola", "Ingrid", "Øystein", "Åshild", "Ayaan", "Marit", "Torbjørn", "Anne-Lise"];
        const SURNAMES: [&str; 8] =
            ["Skjervheim", "Fjermestad", "Ulvestad", "Thorkildsen", "Eidsvik", "Aarrestad", "Lundemo", "Brattli"];
        (*self.pick(&GIVEN), *self.pick(&SURNAMES))
    }

    /// A licence plate of a car.
    pub fn plate(&mut self) -> String {
        const LETTERS: [char; 6] = ['A', 'D', 'K', 'R', 'S', 'Z'];
        format!("{}{}{}", self.pick(&LETTERS), self.pick(&LETTERS), self.within(10_000..=99_999))
    }

    /// An e-mail address of somebody who does not exist.
    pub fn email(&mut self) -> String {
        const FIRST_NAMES: [&str; 8] = ["ola", "kari", "per", "pål", "espen", "åse", "bjørg", "ærlend"];
        const LAST_NAMES: [&str; 6] = ["nordmann", "hansen-lie", "askeladd", "oterdal", "våge", "brekkestø"];
        const PLACES: [&str; 4] = ["example.no", "epost.example.com", "example.org", "kommune.example.net"];
        let dot = *self.pick(&[".", "_", "-"]);
        let (first, last) = (*self.pick(&FIRST_NAMES), *self.pick(&LAST_NAMES));
        format!("{first}{dot}{last}{}@{}", self.within(10..=9999), self.pick(&PLACES))
    }
}

/// The digits in groups of these lengths, joined by `joint`.
#[must_use]
pub fn grouped(digits: &str, lengths: &[usize], joint: &str) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for &length in lengths {
        let (group, behind) = rest.split_at(length);
        groups.push(group);
        rest = behind;
    }
    groups.join(joint)
}

/// The digits with the check digit behind them; `None` when the remainder asks for ten.
fn with_check_digit(digits: &str, weights: &[u32]) -> Option<String> {
    check_digit(digits, weights, 0).map(|digit| format!("{digits}{digit}"))
}

/// The check digit that misses the rule by `miss`; `None` when it would be ten.
fn check_digit(digits: &str, weights: &[u32], miss: u32) -> Option<u32> {
    let sum: u32 = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    let digit = (22 + miss - sum % 11) % 11;
    (digit < 10).then_some(digit)
}
