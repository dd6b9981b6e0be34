//! The list of municipalities that is built in, read by the code list that reads it.

use munilint_detect::codelist::CodeList;

fn municipalities() -> CodeList {
    let text = include_str!("../../../rules/code/codelists/municipalities.csv");
    CodeList::parse(text).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn as_many_are_valid_as_statistics_norway_states() {
    let list = municipalities();
    let counts =
        [(2017, 426), (2018, 422), (2019, 422), (2020, 356), (2022, 356), (2023, 356), (2024, 357), (2026, 357)];
    for (year, count) in counts {
        assert_eq!(list.count_in(year), count, "{year}");
    }
    assert!(list.origin().contains("KLASS 131") && list.origin().contains("CC BY 4.0"));
    assert!(!list.contains("9999") && !list.contains("301"));
}

#[test]
fn the_large_municipalities_have_their_numbers() {
    let list = municipalities();
    let cases = [
        ("Oslo", ["0301"; 4]),
        ("Bergen", ["1201", "1201", "4601", "4601"]),
        ("Trondheim", ["1601", "5001", "5001", "5001"]),
        ("Stavanger", ["1103"; 4]),
        ("Kristiansand", ["1001", "1001", "4204", "4204"]),
        ("Ålesund", ["1504", "1504", "1507", "1508"]),
        ("Bærum", ["0219", "0219", "3024", "3201"]),
        ("Tromsø", ["1902", "1902", "5401", "5501"]),
        ("Horten", ["0701", "0701", "3801", "3901"]),
    ];
    for (name, codes) in cases {
        for (code, year) in codes.into_iter().zip([2017, 2018, 2020, 2024]) {
            assert!(list.name_in(code, year).is_some_and(|found| found.starts_with(name)), "{name} {year}");
        }
    }
}

#[test]
fn splits_have_several_successors_and_renamings_one() {
    let list = municipalities();
    let successors = |code| list.entry(code).map(|entry| entry.successors.join(" "));
    assert_eq!(successors("1507").as_deref(), Some("1508 1580"));
    assert_eq!(successors("1850").as_deref(), Some("1806 1875"));
    assert_eq!(successors("5012").as_deref(), Some("5055 5056 5059"));
    assert_eq!(list.entries("1833")[0].successors, ["1833"]);
    let split_since_2018 =
        list.iter().filter(|entry| entry.successors.len() > 1 && entry.to.is_some_and(|to| to.year > 2017)).count();
    assert_eq!(split_since_2018, 3);
}

#[test]
fn every_successor_is_valid_from_the_day_on() {
    let list = municipalities();
    for entry in list.iter() {
        assert_eq!(entry.to.is_some(), !entry.successors.is_empty(), "{}", entry.code);
        for successor in &entry.successors {
            assert!(entry.to.is_some_and(|to| list.valid_in(successor, to.year)), "{}", entry.code);
        }
    }
}
