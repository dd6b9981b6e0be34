//! The slots of a template and what is put into them: `{name}`, `{name2}` for the second person of the text, `{amount}`.

use super::kind::{Kind, Label};
use super::person::{Origin, Person};
use super::trap::Trap;
use super::{CAST, Maker};

/// What is put into a slot.
#[derive(Clone, Debug)]
pub struct Filling {
    /// The text.
    pub text: String,
    /// What it is; `None` for text that is nothing.
    pub label: Option<Label>,
    /// Where the name is from that it is.
    pub origin: Option<Origin>,
    /// What stands behind it and is no part of it: the s of a genitive.
    pub behind: &'static str,
}

/// A slot of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Its name without the person's number.
    name: &'static str,
    /// Which of the persons, from 0.
    who: usize,
}

/// A slot's name, what it holds, and what makes it.
type Simple = (&'static str, Label, fn(&mut Maker) -> String);

/// Slots that need no person.
const SLOTS: [Simple; 56] = [
    ("fnr", Label::Value(Kind::NationalNumber), |maker| {
        let digits = maker.national_digits();
        maker.identity_written(&digits)
    }),
    ("dnr", Label::Value(Kind::DNumber), |maker| {
        let digits = maker.dice.synthetic_d_number();
        maker.identity_written(&digits)
    }),
    ("duf", Label::Value(Kind::Duf), Maker::duf_written),
    ("phone", Label::Value(Kind::Telephone), Maker::telephone_written),
    ("street", Label::Value(Kind::Street), Maker::street_written),
    ("postal", Label::Value(Kind::PostalAddress), Maker::postal_written),
    ("plate", Label::Value(Kind::Plate), Maker::plate_written),
    ("account", Label::Value(Kind::Account), Maker::account_written),
    ("iban", Label::Value(Kind::Iban), Maker::iban_written),
    ("card", Label::Value(Kind::Card), Maker::card_written),
    ("birth", Label::Value(Kind::BirthDate), Maker::birth_written),
    ("bare-birth", Label::Value(Kind::BareBirthDate), Maker::birth_written),
    ("ip", Label::Value(Kind::Ip), Maker::ip_written),
    ("mac", Label::Value(Kind::Mac), Maker::mac_written),
    ("cadastre", Label::Value(Kind::Cadastre), Maker::cadastre_written),
    ("author", Label::Open, |maker| maker.trap("author").to_owned()),
    ("head-address", Label::Open, |maker| format!("{}@{}", maker.trap("head office"), maker.trap("domain"))),
    ("street-after-person", Label::Trap(Trap::StreetAfterPerson), |maker| {
        maker.place("street after a person").to_owned()
    }),
    ("square", Label::Trap(Trap::StreetAfterPerson), |maker| maker.trap("square").to_owned()),
    ("school-after-person", Label::Trap(Trap::NamedAfterPerson), |maker| {
        maker.trap("school after a person").to_owned()
    }),
    ("foundation", Label::Trap(Trap::NamedAfterPerson), |maker| maker.trap("foundation").to_owned()),
    ("ship", Label::Trap(Trap::NamedAfterPerson), |maker| maker.trap("ship").to_owned()),
    ("firm", Label::Trap(Trap::Firm), Maker::firm),
    ("agency", Label::Trap(Trap::Organisation), |maker| maker.trap("agency").to_owned()),
    ("club", Label::Trap(Trap::Organisation), |maker| maker.trap("club").to_owned()),
    ("municipality", Label::Trap(Trap::Place), |maker| maker.trap("municipality").to_owned()),
    ("district", Label::Trap(Trap::Place), |maker| maker.trap("district").to_owned()),
    ("spot", Label::Trap(Trap::Place), |maker| maker.trap("spot").to_owned()),
    ("school", Label::Trap(Trap::Place), |maker| format!("{} {}", maker.place("farm"), maker.trap("kind of school"))),
    ("system", Label::Trap(Trap::Product), |maker| maker.trap("system").to_owned()),
    ("hospital", Label::Trap(Trap::Organisation), |maker| maker.trap("hospital").to_owned()),
    ("product", Label::Trap(Trap::Product), |maker| maker.trap("product").to_owned()),
    ("law", Label::Trap(Trap::Document), |maker| maker.trap("law").to_owned()),
    ("plan", Label::Trap(Trap::Document), |maker| maker.trap("plan").to_owned()),
    ("title", Label::Trap(Trap::Title), |maker| maker.trap("title").to_owned()),
    ("unit", Label::Trap(Trap::Title), |maker| maker.trap("unit").to_owned()),
    ("day", Label::Trap(Trap::Day), |maker| maker.trap("day").to_owned()),
    ("event", Label::Trap(Trap::Day), |maker| maker.trap("event").to_owned()),
    ("case", Label::Trap(Trap::CaseNumber), Maker::case_number),
    ("eleven", Label::Trap(Trap::ElevenDigits), Maker::eleven_digits),
    ("eight", Label::Trap(Trap::EightDigits), Maker::eight_digits),
    ("organisation", Label::Trap(Trap::OrganisationNumber), |maker| {
        let digits = maker.organisation();
        if maker.chance(50) { digits } else { format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]) }
    }),
    ("kid", Label::Trap(Trap::Kid), Maker::kid),
    ("amount", Label::Trap(Trap::Amount), Maker::amount),
    ("budget", Label::Trap(Trap::Amount), |maker| maker.budget_account()),
    ("version", Label::Trap(Trap::Version), Maker::version),
    ("paragraph", Label::Trap(Trap::Reference), Maker::paragraph),
    ("room", Label::Trap(Trap::Reference), Maker::room),
    ("road", Label::Trap(Trap::Reference), Maker::road),
    ("stamp", Label::Trap(Trap::Moment), Maker::stamp),
    ("moment", Label::Trap(Trap::Moment), Maker::moment),
    ("postal-place", Label::Trap(Trap::PostalPlace), |maker| maker.place("postal place").to_owned()),
    ("box", Label::Trap(Trap::PostalPlace), |maker| {
        format!("Postboks {}, {}", maker.dice.within(1..=9000), maker.place("postal place"))
    }),
    ("office-address", Label::Trap(Trap::RoleAddress), |maker| {
        format!("{}@{}", maker.trap("office"), maker.trap("domain"))
    }),
    ("web", Label::Trap(Trap::RoleAddress), |maker| {
        format!("https://www.{}/{}", maker.trap("domain"), maker.trap("office"))
    }),
    ("short-number", Label::Trap(Trap::ShortNumber), |maker| maker.trap("short number").to_owned()),
];

impl Slot {
    /// The slot of this name; a digit behind it says which person is meant.
    ///
    /// # Panics
    /// There is no such slot: templates are part of the program.
    #[must_use]
    pub fn named(name: &'static str) -> Self {
        let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let who = name[bare.len()..].parse::<usize>().map_or(0, |number| number - 1);
        let slot = Slot { name: bare, who };
        assert!(who < CAST && slot.label().is_some(), "no slot {{{name}}}");
        slot
    }

    /// What it will hold.
    #[must_use]
    pub fn label(&self) -> Option<Label> {
        let kind = match self.name {
            "name" | "name-s" | "reversed" => Kind::FullName,
            "given" | "given-s" => Kind::GivenName,
            "surname" | "surname-s" => Kind::Surname,
            "initials" => Kind::InitialsAndSurname,
            "email" => Kind::Email,
            other => return SLOTS.iter().find(|(name, ..)| *name == other).map(|(_, label, _)| *label),
        };
        Some(Label::Value(kind))
    }

    /// Fills it.
    #[must_use]
    pub fn fill(&self, maker: &mut Maker) -> Filling {
        let label = self.label();
        let person = maker.cast[self.who].clone();
        let text = match self.name {
            "name" | "name-s" => person.full(),
            "reversed" => person.reversed(),
            "given" | "given-s" => person.called().to_owned(),
            "surname" | "surname-s" => person.surname.clone(),
            "initials" => person.with_initials(),
            "email" => maker.address_of(&person),
            other => {
                let slot = SLOTS.iter().find(|(name, ..)| *name == other);
                let text = slot.map_or_else(String::new, |(_, _, make)| make(maker));
                return Filling { text, label, origin: None, behind: "" };
            }
        };
        let behind = match (self.name.ends_with("-s"), text.to_lowercase().ends_with(['s', 'x', 'z'])) {
            (false, _) => "",
            (true, true) => "'",
            (true, false) => "s",
        };
        let origin = (self.name != "email").then_some(person.origin);
        Filling { text, label, origin, behind }
    }
}

impl Maker {
    /// An e-mail address that has the person's name in it.
    pub fn address_of(&mut self, person: &Person) -> String {
        let plain = |name: &str| {
            let letters =
                name.to_lowercase().replace(['æ', 'ä', 'á', 'å', 'à', 'â'], "a").replace(['ø', 'ö', 'ó'], "o");
            letters
                .replace(['é', 'è', 'ë'], "e")
                .chars()
                .filter(|c| c.is_ascii_alphabetic() || *c == '-')
                .collect::<String>()
        };
        let (given, surname) = (plain(person.called()), plain(&person.surname));
        let domain = self.trap("domain");
        match self.dice.within(1..=10) {
            1..=6 => format!("{given}.{surname}@{domain}"),
            7 => format!("{given}_{surname}@{domain}"),
            8 => format!("{given}{surname}{}@{domain}", self.dice.within(1..=99)),
            9 => format!("{}{surname}@{domain}", &given[..1.min(given.len())]),
            _ => format!("{given}.{surname}{}@{domain}", self.dice.within(1950..=2010)),
        }
    }

    /// An account of the municipal budget: responsibility, function and kind of expense.
    pub fn budget_account(&mut self) -> String {
        let joint = *self.dice.pick(&[".", " ", "-"]);
        let (unit, function, art) =
            (self.dice.within(10_000..=99_999), self.dice.within(100..=390), self.dice.within(10_100..=19_900));
        format!("{art}{joint}{unit}{joint}{function}")
    }
}
