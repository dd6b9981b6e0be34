//! Genders as people and registers write them.

use crate::header::fold;

/// A gender that a value stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gender {
    /// A man or a boy.
    Male,
    /// A woman or a girl.
    Female,
}

/// A pair of texts that belong together, as a field writes the two genders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coding {
    /// `1`, `2`: SSB KLASS 2.
    Number,
    /// `M`, `K`. English letters share the first.
    Letter,
    /// `F`, which stands beside `M`.
    EnglishLetter,
    /// `Mann`, `Kvinne`.
    Word,
    /// `Menn`, `Kvinner`.
    Plural,
    /// `Mannlig`, `Kvinnelig`.
    Adjective,
    /// `Gutt`, `Jente`.
    Child,
    /// `Gutter`, `Jenter`.
    ChildPlural,
    /// `Male`, `Female`.
    English,
    /// `Man`, `Woman`.
    EnglishWord,
    /// `Men`, `Women`, `Males`, `Females`.
    EnglishPlural,
    /// `Boy`, `Girl`.
    EnglishChild,
    /// `Boys`, `Girls`.
    EnglishChildPlural,
}

impl Coding {
    /// The coding of adults that differs from this one of children in nothing but that.
    #[must_use]
    pub fn of_adults(self) -> Option<Coding> {
        Some(match self {
            Coding::Child => Coding::Word,
            Coding::ChildPlural => Coding::Plural,
            Coding::EnglishChild => Coding::EnglishWord,
            Coding::EnglishChildPlural => Coding::EnglishPlural,
            _ => return None,
        })
    }

    /// True when the values are words, which say by themselves that they stand for genders.
    #[must_use]
    pub fn is_in_words(self) -> bool {
        !matches!(self, Coding::Number | Coding::Letter | Coding::EnglishLetter)
    }
}

/// The gender that a text stands for, and in which coding. Capitals make no difference; Bokmål, Nynorsk and English are read.
///
/// Totals (`Begge kjønn`) and what is not told are no gender. A digit or a letter only is one in a field of genders.
#[must_use]
pub fn gender(text: &str) -> Option<(Gender, Coding)> {
    use Coding as C;
    use Gender::{Female, Male};
    Some(match fold(text).as_str() {
        "1" => (Male, C::Number),
        "2" => (Female, C::Number),
        "m" => (Male, C::Letter),
        "k" => (Female, C::Letter),
        "f" => (Female, C::EnglishLetter),
        "mann" => (Male, C::Word),
        "kvinne" | "kvinna" => (Female, C::Word),
        "menn" => (Male, C::Plural),
        "kvinner" | "kvinnor" => (Female, C::Plural),
        "mannlig" | "mannleg" => (Male, C::Adjective),
        "kvinnelig" | "kvinneleg" => (Female, C::Adjective),
        "gutt" | "gut" => (Male, C::Child),
        "jente" => (Female, C::Child),
        "gutter" | "gutar" => (Male, C::ChildPlural),
        "jenter" => (Female, C::ChildPlural),
        "male" => (Male, C::English),
        "female" => (Female, C::English),
        "man" => (Male, C::EnglishWord),
        "woman" => (Female, C::EnglishWord),
        "men" | "males" => (Male, C::EnglishPlural),
        "women" | "females" => (Female, C::EnglishPlural),
        "boy" => (Male, C::EnglishChild),
        "girl" => (Female, C::EnglishChild),
        "boys" => (Male, C::EnglishChildPlural),
        "girls" => (Female, C::EnglishChildPlural),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pairs_share_a_coding() {
        let pairs = [
            ("1", "2"),
            ("M", "K"),
            ("Mann", "kvinne"),
            ("MENN", "Kvinner"),
            ("Mannlig", "Kvinnelig"),
            ("gut", "jente"),
            ("Gutter", "Jenter"),
            ("Male", "Female"),
            ("man", "woman"),
            ("Males", "women"),
            ("boy", "girl"),
            ("Boys", "Girls"),
        ];
        for (male, female) in pairs {
            let (man, woman) = (gender(male).unwrap(), gender(female).unwrap());
            assert_eq!((man.0, woman.0), (Gender::Male, Gender::Female), "{male}, {female}");
            assert_eq!(man.1, woman.1, "{male}, {female}");
        }
        assert_eq!(gender(" F "), Some((Gender::Female, Coding::EnglishLetter)));
    }

    #[test]
    fn what_is_no_gender_has_none() {
        for text in ["Begge kjønn", "I alt", "Totalt", "Uoppgitt", "0", "3", "9", "1 Mann", "G", "J", "", "Manndal"] {
            assert_eq!(gender(text), None, "{text}");
        }
    }

    #[test]
    fn children_have_the_coding_of_adults_beside_them() {
        let coding = |text| gender(text).unwrap().1;
        assert_eq!(coding("gutt").of_adults(), Some(coding("mann")));
        assert_eq!(coding("jenter").of_adults(), Some(coding("kvinner")));
        assert_eq!(coding("mann").of_adults(), None);
        assert!(coding("boys").is_in_words() && !coding("1").is_in_words() && !coding("f").is_in_words());
    }

    proptest! {
        #[test]
        fn nothing_panics(text in ".{0,12}") {
            let _ = gender(&text);
        }
    }
}
