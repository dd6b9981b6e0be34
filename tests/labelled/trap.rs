//! What looks like a value that identifies a person and is none.

use super::Maker;
use super::person::Person;
use super::word_list::{Sections, section, words};
use std::sync::LazyLock;

static TRAPS: LazyLock<Sections> = LazyLock::new(|| words(include_str!("words/traps.txt")));

/// What a look-alike is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trap {
    /// A street or square that is named after a person, without a house number.
    StreetAfterPerson,
    /// A school, foundation, prize, ship or hospital that is named after a person.
    NamedAfterPerson,
    /// A firm, mostly with a surname in its name.
    Firm,
    /// A public body, bank, club or organisation.
    Organisation,
    /// A municipality, district or other place with a name of several words.
    Place,
    /// A product, programme or system.
    Product,
    /// A law, plan or document with capitals.
    Document,
    /// A title, unit or role.
    Title,
    /// Days and months with capitals, holidays and events.
    Day,
    /// A case, journal, order or invoice number.
    CaseNumber,
    /// A number of eleven digits that is none of a person: a case, an order, a moment.
    ElevenDigits,
    /// A number of eight digits that is no telephone number: a date, a case, a customer number.
    EightDigits,
    /// An organisation number.
    OrganisationNumber,
    /// A customer identification number of a giro.
    Kid,
    /// An amount in groups, a measure, a budget account.
    Amount,
    /// A version number or a numbered heading.
    Version,
    /// A paragraph of a law, a dwelling, a room, a road.
    Reference,
    /// A date, a time or a period that is nobody's birth.
    Moment,
    /// A postal code and its place alone, a post-office box.
    PostalPlace,
    /// An e-mail address of an office, a web address, a handle.
    RoleAddress,
    /// A short number of a service.
    ShortNumber,
}

/// All of them, in the order in which they are told of.
pub const TRAPS_OF_ALL_SORTS: [Trap; 21] = [
    Trap::StreetAfterPerson,
    Trap::NamedAfterPerson,
    Trap::Firm,
    Trap::Organisation,
    Trap::Place,
    Trap::Product,
    Trap::Document,
    Trap::Title,
    Trap::Day,
    Trap::CaseNumber,
    Trap::ElevenDigits,
    Trap::EightDigits,
    Trap::OrganisationNumber,
    Trap::Kid,
    Trap::Amount,
    Trap::Version,
    Trap::Reference,
    Trap::Moment,
    Trap::PostalPlace,
    Trap::RoleAddress,
    Trap::ShortNumber,
];

impl Trap {
    /// What it is called where figures are shown.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Trap::StreetAfterPerson => "street or square named after a person",
            Trap::NamedAfterPerson => "school, foundation, ship named after a person",
            Trap::Firm => "firm",
            Trap::Organisation => "public body, club, bank",
            Trap::Place => "municipality, district, place",
            Trap::Product => "product, programme, system",
            Trap::Document => "law, plan, form",
            Trap::Title => "title, unit, role",
            Trap::Day => "day, holiday, event",
            Trap::CaseNumber => "case or invoice number",
            Trap::ElevenDigits => "eleven digits of a case, an order, a moment",
            Trap::EightDigits => "eight digits of a date, a case, a customer",
            Trap::OrganisationNumber => "organisation number",
            Trap::Kid => "KID",
            Trap::Amount => "amount, measure, budget account",
            Trap::Version => "version, numbered heading",
            Trap::Reference => "paragraph, dwelling, room, road",
            Trap::Moment => "date, time, period",
            Trap::PostalPlace => "postal place, post-office box",
            Trap::RoleAddress => "address of an office, web address",
            Trap::ShortNumber => "short number of a service",
        }
    }
}

impl Maker {
    /// One of the words of a section of the look-alikes.
    pub fn trap(&mut self, name: &str) -> &'static str {
        self.dice.pick::<&str>(section(&TRAPS, name))
    }

    /// A firm that carries a surname, or one that does not.
    pub fn firm(&mut self) -> String {
        if self.chance(25) {
            return self.trap("firm").to_owned();
        }
        let person = Person::born(&mut self.dice);
        let form = self.trap("company form");
        match self.dice.within(1..=10) {
            1..=5 => format!("{} {} {form}", person.surname, self.trap("trade")),
            6..=7 => format!("{} {form}", person.surname),
            8 => format!("{} & Sønner {form}", person.surname),
            9 => format!("{} og {} {form}", person.surname, Person::born(&mut self.dice).surname),
            _ => format!("{} {} {form}", self.place("street front"), self.trap("trade")),
        }
    }

    /// A year, month and day of the last years.
    fn day(&mut self) -> (u32, u32, u32) {
        (self.dice.within(2015..=2025), self.dice.within(1..=12), self.dice.within(1..=28))
    }

    /// The number of a case.
    pub fn case_number(&mut self) -> String {
        let year = self.dice.within(2012..=2025);
        match self.dice.within(1..=10) {
            1..=5 => format!("{year}/{}", self.dice.within(10..=99_999)),
            6 => format!("{year}/{}-{}", self.dice.within(10..=99_999), self.dice.within(1..=40)),
            7 => format!("{}/{:05}", year % 100, self.dice.within(10..=99_999)),
            8 => format!("PS {}/{}", self.dice.within(1..=140), year % 100),
            9 => format!("{year}{:06}", self.dice.within(10..=99_999)),
            _ => format!("F-{}", self.dice.within(10_000..=9_999_999)),
        }
    }

    /// Eleven digits that are nobody's.
    pub fn eleven_digits(&mut self) -> String {
        let (year, month, day) = self.day();
        match self.dice.within(1..=3) {
            1 => format!("{year}{:07}", self.dice.within(100..=9_999_999)),
            2 => self.digits(11),
            _ => format!("{year}{month:02}{day:02}{:03}", self.dice.within(1..=999)),
        }
    }

    /// Eight digits that are no telephone number.
    pub fn eight_digits(&mut self) -> String {
        let (year, month, day) = self.day();
        match self.dice.within(1..=3) {
            1 => format!("{year}{month:02}{day:02}"),
            2 => format!("{year}{:04}", self.dice.within(1..=9999)),
            _ => self.digits(8),
        }
    }

    /// An amount of money or another figure, in groups, small ones more often than large ones.
    pub fn amount(&mut self) -> String {
        let (millions, thousands, units) =
            (self.dice.within(1..=980), self.dice.within(0..=999), self.dice.within(0..=999));
        match self.dice.within(1..=14) {
            1..=4 => format!("{millions} {thousands:03}"),
            5..=6 => format!("{millions},{:02}", units % 100),
            7 => format!("{},-", millions * 5),
            8 => format!("{millions} {thousands:03},50"),
            9 => format!("{millions} {thousands:03} {units:03}"),
            10 => format!("{millions}.{thousands:03}.{units:03},00"),
            11 => format!("{} {thousands:03} {units:03}", self.dice.within(10..=99)),
            12 => format!("{millions}\u{a0}{thousands:03}\u{a0}{units:03}"),
            13 => self.dice.within(10_000_000..=99_999_999).to_string(),
            _ => (millions * 12).to_string(),
        }
    }

    /// A version or the number of a heading.
    pub fn version(&mut self) -> String {
        let mut part = |to| self.dice.within(0..=to);
        match part(3) {
            0 => format!("{}.{}.{}", part(12), part(20), part(30)),
            1 => format!("{}.{}.{}.{}", part(24), part(12), part(9), part(99)),
            2 => format!("10.0.{}.{}", part(3), part(9)),
            _ => format!("{}.{}", part(9), part(12)),
        }
    }

    /// A paragraph of a law.
    pub fn paragraph(&mut self) -> String {
        let mut part = |to| self.dice.within(1..=to);
        match part(5) {
            1 => format!("§ {}", part(40)),
            2 => format!("artikkel {} nr. {}", part(80), part(4)),
            3 => format!("§§ {}-{} og {}-{}", part(9), part(9), part(9), part(12)),
            _ => format!("§ {}-{}", part(12), part(30)),
        }
    }

    /// A dwelling or a room.
    pub fn room(&mut self) -> String {
        let mut part = |to| self.dice.within(1..=to);
        if part(2) == 1 { format!("H0{}0{}", part(6), part(8)) } else { format!("rom {}{:02}", part(4), part(30)) }
    }

    /// A public road.
    pub fn road(&mut self) -> String {
        format!("{} {}", self.dice.pick(&["fv.", "rv.", "fylkesvei", "E"]), self.dice.within(6..=700))
    }

    /// A moment as machines write it.
    pub fn stamp(&mut self) -> String {
        let (year, month, day) = self.day();
        let (hour, minute) = (self.dice.within(0..=23), self.dice.within(0..=59));
        match self.dice.within(1..=3) {
            1 => format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{minute:02}Z"),
            2 => format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}:00.{:03}", self.dice.within(0..=999)),
            _ => format!("{year}{month:02}{day:02}{hour:02}{minute:02}00"),
        }
    }

    /// A date, a time or a period that is nobody's birth.
    pub fn moment(&mut self) -> String {
        let (year, month, day) = self.day();
        let (hour, minute) = (self.dice.within(7..=17), self.dice.within(0..=59));
        match self.dice.within(1..=10) {
            1..=4 => format!("{day:02}.{month:02}.{year}"),
            5 => format!("{day}.{month}.{}", year % 100),
            6 => format!("{year}-{month:02}-{day:02}"),
            7 => format!("{day}. {} {year}", MONTHS[month as usize - 1]),
            8 => format!("{day:02}.{month:02}.{year} kl. {hour:02}.{minute:02}"),
            9 => format!("uke {} i {year}", minute % 52 + 1),
            _ => format!("{day:02}.{month:02}.{year}–{day:02}.{month:02}.{}", year + 1),
        }
    }

    /// A day of birth as it is written in text.
    pub fn birth_written(&mut self) -> String {
        let (year, month, day) = (self.dice.within(1932..=2022), self.dice.within(1..=12), self.dice.within(1..=28));
        match self.dice.within(1..=100) {
            1..=45 => format!("{day:02}.{month:02}.{year}"),
            46..=60 => format!("{day}.{month}.{:02}", year % 100),
            61..=70 => format!("{day:02}.{month:02}.{:02}", year % 100),
            71..=80 => format!("{day}. {} {year}", MONTHS[month as usize - 1]),
            81..=86 => format!("{year}-{month:02}-{day:02}"),
            87..=90 => format!("{day}/{month}-{:02}", year % 100),
            91..=93 => format!("{day:02}/{month:02}/{year}"),
            _ => format!("{day:02}{month:02}{:02}", year % 100),
        }
    }
}

/// Names of the months.
const MONTHS: [&str; 12] = [
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "desember",
];
