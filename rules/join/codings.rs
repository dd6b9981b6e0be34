//! What labels of people stand for, in whichever coding: genders, age groups, civil status.

use munilint_detect::age_group::AgeGroup;
use munilint_detect::gender::{Coding, Gender, gender};
use munilint_detect::header::fold;

/// What a gender may stand for: `m` or `k` of adults, `g` or `j` of children, both when it is written as a number, as a letter or
/// in a word for any age. `None` for totals and what is not told.
pub(super) fn gender_keys(text: &str) -> Option<Vec<String>> {
    let (gender, coding) = gender(text)?;
    let [adult, child] = if gender == Gender::Male { ["m", "g"] } else { ["k", "j"] };
    let keys: &[&str] = if coding.of_adults().is_some() {
        &[child]
    } else if coding.is_in_words() && coding != Coding::English && coding != Coding::Adjective {
        &[adult]
    } else {
        &[adult, child]
    };
    Some(keys.iter().map(ToString::to_string).collect())
}

/// `67-79` or `90+`, however the group is written.
pub(super) fn age_group_key(text: &str) -> Option<String> {
    let group = AgeGroup::parse(text)?;
    Some(group.to.map_or_else(|| format!("{}+", group.from), |to| format!("{}-{to}", group.from)))
}

/// A civil status by its Norwegian word.
///
/// Of the numbers only those are known that mean the same in SSB KLASS 19 and KLASS 553; `S` is divorced in some registers
/// and separated in others.
pub(super) fn civil_status_key(text: &str) -> Option<String> {
    let word = match fold(text).as_str() {
        "1" | "u" | "ugift" | "unmarried" | "never married" => "ugift",
        "2" | "g" | "gift" | "married" => "gift",
        "e" | "enke enkemann" | "enke eller enkemann" | "enkje enkjemann" | "widow widower" | "widowed" => {
            "enke enkemann"
        }
        "skilt" | "divorced" => "skilt",
        "separert" | "separated" => "separert",
        "skilt separert" | "separert skilt" => "skilt separert",
        "samboer" | "sambuar" | "cohabitant" => "samboer",
        "registrert partner" | "registered partner" => "registrert partner",
        "gjenlevende partner" | "attlevande partner" => "gjenlevende partner",
        _ => return None,
    };
    Some(word.to_owned())
}
