//! Numbers and addresses of machines and accounts, in the ways they are written.
//!
//! Check digits follow the sources that `munilint-detect` names, worked out here once more so that the one does not vouch
//! for the other.

use super::Maker;
use crate::seeded::grouped;

/// The last digit that Luhn's rule asks for (ISO/IEC 7812-1).
fn luhn(digits: &str) -> u32 {
    let each = digits.bytes().rev().enumerate().map(|(at, digit)| {
        let weighed = u32::from(digit - b'0') * if at % 2 == 0 { 2 } else { 1 };
        weighed / 10 + weighed % 10
    });
    (10 - each.sum::<u32>() % 10) % 10
}

impl Maker {
    /// As many random digits, the first of which is not zero.
    pub fn digits(&mut self, count: usize) -> String {
        let mut digits = self.dice.within(1..=9).to_string();
        while digits.len() < count {
            digits.push_str(&self.dice.within(0..=9).to_string());
        }
        digits
    }

    /// A national identity number of the synthetic series, without separators.
    pub fn national_digits(&mut self) -> String {
        if self.chance(40) { self.dice.synthetic_national_of_this_century() } else { self.dice.synthetic_national() }
    }

    /// An identity number as it is written in text.
    pub fn identity_written(&mut self, digits: &str) -> String {
        match self.dice.within(1..=100) {
            1..=50 => digits.to_owned(),
            51..=82 => grouped(digits, &[6, 5], " "),
            83..=92 => grouped(digits, &[6, 5], "-"),
            93..=96 => grouped(digits, &[2, 2, 2, 5], " "),
            97..=98 => format!("{} {}", grouped(&digits[..6], &[2, 2, 2], "."), &digits[6..]),
            _ => grouped(digits, &[6, 5], "\u{a0}"),
        }
    }

    /// A DUF number (kostra-kontrollprogram of Statistics Norway): a year, six digits, and the sum of all ten, weighed, modulo
    /// eleven in two digits.
    pub fn duf(&mut self) -> String {
        const WEIGHTS: [u32; 10] = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5];
        let ten = format!("{}{:06}", self.dice.within(2001..=2024), self.dice.within(100_000..=999_999));
        let sum: u32 = ten.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
        format!("{ten}{:02}", sum % 11)
    }

    /// A DUF number as it is written in text.
    pub fn duf_written(&mut self) -> String {
        let digits = self.duf();
        match self.dice.within(1..=10) {
            1 => grouped(&digits, &[4, 6, 2], " "),
            _ => digits,
        }
    }

    /// A telephone number, as it is written in text.
    pub fn telephone_written(&mut self) -> String {
        let mobile = self.chance(75);
        let digits = if mobile { self.telephone_digits() } else { self.telephone_of_a_house() };
        let threes = grouped(&digits, &[3, 2, 3], " ");
        let pairs = grouped(&digits, &[2, 2, 2, 2], " ");
        let natural = if mobile { threes.clone() } else { pairs.clone() };
        match self.dice.within(1..=100) {
            1..=30 => digits,
            31..=55 => natural,
            56..=68 => pairs,
            69..=76 => format!("+47 {natural}"),
            77..=82 => format!("+47{digits}"),
            83..=85 => format!("+47 {digits}"),
            86..=87 => format!("0047 {natural}"),
            88..=89 => format!("0047{digits}"),
            90..=92 => format!("(+47) {natural}"),
            93..=94 => natural.replace(' ', "\u{a0}"),
            95 => natural.replace(' ', "-"),
            96 => pairs.replace(' ', "."),
            97 => format!("+46 70 {} {} {}", self.digits(3), self.digits(2), self.digits(2)),
            98 => format!("+48 {} {} {}", self.digits(3), self.digits(3), self.digits(3)),
            _ => threes,
        }
    }

    /// A number of a mobile telephone as a register writes it: eight digits.
    pub fn telephone_digits(&mut self) -> String {
        const FRONTS: [u32; 15] = [40, 41, 45, 46, 47, 48, 90, 91, 92, 93, 94, 95, 97, 98, 99];
        format!("{}{:06}", self.dice.pick(&FRONTS), self.dice.within(0..=999_999))
    }

    /// A number of a telephone that stands somewhere: eight digits.
    fn telephone_of_a_house(&mut self) -> String {
        const FRONTS: [u32; 28] = [
            21, 22, 23, 24, 31, 32, 33, 35, 37, 38, 51, 52, 53, 55, 56, 57, 61, 62, 63, 64, 66, 67, 69, 70, 72, 73, 75,
            77,
        ];
        format!("{}{:06}", self.dice.pick(&FRONTS), self.dice.within(0..=999_999))
    }

    /// A bank account number as it is written in text.
    pub fn account_written(&mut self) -> String {
        let digits = self.dice.account();
        match self.dice.within(1..=10) {
            1..=5 => grouped(&digits, &[4, 2, 5], "."),
            6..=8 => grouped(&digits, &[4, 2, 5], " "),
            _ => digits,
        }
    }

    /// A bank account number in international form (ISO 13616), as it is written in text.
    pub fn iban_written(&mut self) -> String {
        let account = self.dice.account();
        // `NO00` behind the account number, letters as two digits.
        let remainder =
            format!("{account}232400").bytes().fold(0, |rest, digit| (rest * 10 + u32::from(digit - b'0')) % 97);
        let whole = format!("NO{:02}{account}", 98 - remainder);
        if self.chance(50) { whole } else { grouped(&whole, &[4, 4, 4, 3], " ") }
    }

    /// A payment card number in ranges that are kept for tests, as it is written in text.
    pub fn card_written(&mut self) -> String {
        let front = *self.dice.pick(&["400000", "411111", "555555", "520082"]);
        let fifteen = format!("{front}{:09}", self.dice.within(0..=999_999_999));
        let digits = format!("{fifteen}{}", luhn(&fifteen));
        match self.dice.within(1..=10) {
            1..=5 => grouped(&digits, &[4, 4, 4, 4], " "),
            6 => grouped(&digits, &[4, 4, 4, 4], "-"),
            _ => digits,
        }
    }

    /// A customer identification number of a giro (KID), its last digit by Luhn's rule.
    pub fn kid(&mut self) -> String {
        let length = *self.dice.pick(&[7, 9, 10, 10, 12, 14, 15, 19]);
        let digits = self.digits(length);
        format!("{digits}{}", luhn(&digits))
    }

    /// An organisation number (Brønnøysundregistrene): weights 3 2 7 6 5 4 3 2, modulo eleven.
    pub fn organisation(&mut self) -> String {
        const WEIGHTS: [u32; 8] = [3, 2, 7, 6, 5, 4, 3, 2];
        loop {
            let eight = format!("{}{:07}", self.dice.pick(&[8, 9, 9]), self.dice.within(0..=9_999_999));
            let sum: u32 = eight.bytes().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
            let digit = (11 - sum % 11) % 11;
            if digit < 10 {
                return format!("{eight}{digit}");
            }
        }
    }

    /// A licence plate as it is written in text: two letters and five digits, or four.
    pub fn plate_written(&mut self) -> String {
        const SERIES: [&str; 48] = [
            "AA", "AB", "AC", "AD", "AE", "AF", "BP", "BR", "BS", "BT", "CE", "CF", "CV", "DA", "DB", "DC", "DD", "DE",
            "DF", "DH", "DJ", "DK", "DL", "DN", "DP", "EB", "EC", "ED", "EE", "EF", "EH", "EK", "EL", "EV", "HA", "JR",
            "KH", "LC", "NE", "PD", "RH", "RJ", "RK", "SU", "SV", "UF", "VD", "VH",
        ];
        let letters = *self.dice.pick(&SERIES);
        let digits = if self.chance(92) { self.dice.within(10_000..=99_999) } else { self.dice.within(1000..=9999) };
        if self.chance(60) { format!("{letters} {digits}") } else { format!("{letters}{digits}") }
    }

    /// An address of the Internet protocol, version 4 or 6.
    pub fn ip_written(&mut self) -> String {
        if self.chance(15) {
            let mut group = || format!("{:x}", self.dice.within(0x10..=0xffff));
            return format!("2001:db8:{}::{}:{}", group(), group(), group());
        }
        let first = *self.dice.pick(&[10, 10, 172, 192, 46, 77, 84, 109, 158, 193, 212]);
        let mut part = || self.dice.within(0..=255);
        format!("{first}.{}.{}.{}", part(), part(), part().max(1))
    }

    /// A hardware address.
    pub fn mac_written(&mut self) -> String {
        let joint = *self.dice.pick(&[":", ":", "-"]);
        let upper = self.chance(50);
        let parts: Vec<String> = (0..6)
            .map(|_| {
                let part = self.dice.within(0..=255);
                if upper { format!("{part:02X}") } else { format!("{part:02x}") }
            })
            .collect();
        parts.join(joint)
    }
}
