//! Every built-in code list is read and holds what its sources state.
#![allow(clippy::disallowed_methods, reason = "the test looks at the folder of lists")]

use munilint_detect::codelist::{CodeList, Entry};
use std::path::Path;

/// Names of the lists, with how many codes and how many entries each has.
const LISTS: [(&str, usize, usize); 26] = [
    ("building-types", 169, 169),
    ("city-districts", 62, 83),
    ("civil-status", 9, 9),
    ("civil-status-kostra", 5, 5),
    ("counties", 34, 36),
    ("countries", 245, 245),
    ("economic-regions", 85, 85),
    ("eu-data-themes", 13, 13),
    ("eu-file-types", 198, 198),
    ("eu-frequencies", 38, 38),
    ("eu-licences", 173, 173),
    ("education-fields", 10, 10),
    ("education-levels", 10, 10),
    ("family-types", 37, 37),
    ("genders", 2, 2),
    ("industries", 2240, 2240),
    ("kostra-account-classes", 6, 6),
    ("kostra-functions", 164, 164),
    ("kostra-types", 121, 121),
    ("media-types", 2136, 2136),
    ("municipal-organisations", 356, 356),
    ("municipalities", 895, 930),
    ("occupations", 582, 582),
    ("postal-codes", 5924, 6240),
    ("units", 17, 17),
    ("waste-codes", 486, 486),
];

fn list(name: &str) -> CodeList {
    let text = munilint_rules::codelist(name).unwrap_or_else(|| panic!("{name} is built in"));
    CodeList::parse(text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn newest<'l>(list: &'l CodeList, code: &str) -> &'l Entry {
    list.entry(code).unwrap_or_else(|| panic!("{code} is in the list"))
}

#[test]
fn every_list_of_the_folder_is_counted_here() {
    let folders = ["code/codelists", "dcat/codelists"].map(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name));
    let paths = folders.iter().flat_map(|folder| folder.read_dir().unwrap().map(|entry| entry.unwrap().path()));
    let mut names: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "csv"))
        .filter_map(|path| path.file_stem().and_then(|stem| stem.to_str()).map(str::to_owned))
        .collect();
    names.sort();
    let mut counted = LISTS.map(|(name, ..)| name);
    counted.sort_unstable();
    assert_eq!(names, counted);
    for (name, codes, entries) in LISTS {
        let list = list(name);
        assert_eq!((list.len(), list.iter().count()), (codes, entries), "{name}");
    }
}

#[test]
fn every_list_says_where_it_is_from() {
    for (name, ..) in LISTS {
        let origin = list(name).origin().to_owned();
        for key in ["Origin: ", "Licence: ", "Fetched: ", "Columns: "] {
            assert!(origin.lines().any(|line| line.starts_with(key) && line.len() > key.len()), "{name}: {key}");
        }
    }
}

#[test]
fn entries_are_written_in_order_and_names_are_clean() {
    for (name, ..) in LISTS {
        let text = munilint_rules::codelist(name).unwrap();
        let written: Vec<&str> = text
            .lines()
            .filter(|line| !line.starts_with('#'))
            .skip(1)
            .filter_map(|line| line.split(',').next())
            .collect();
        let list = list(name);
        assert!(list.iter().map(|entry| entry.code.as_str()).eq(written), "{name}");
        for entry in list.iter() {
            let cells = entry.further.iter().chain([&entry.name, &entry.code]);
            for cell in cells {
                let tidy = cell.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(*cell == tidy && !cell.contains(['\u{fffd}', 'Ã', '?']), "{name}: {cell:?}");
            }
        }
    }
}

#[test]
fn no_two_periods_of_a_code_overlap_and_successors_are_in_the_list() {
    for (name, ..) in LISTS {
        let list = list(name);
        for entry in list.iter() {
            let same = list.entries(&entry.code);
            assert!(
                same.windows(2).all(|pair| pair[0].to.is_some_and(|to| to <= pair[1].from)),
                "{name} {}",
                entry.code
            );
            for successor in &entry.successors {
                assert!(entry.to.is_some() && list.contains(successor), "{name}: {} to {successor}", entry.code);
            }
        }
    }
}

#[test]
fn as_many_counties_as_statistics_norway_states() {
    let list = list("counties");
    for (year, count) in
        [(1980, 19), (2017, 19), (2018, 18), (2019, 18), (2020, 11), (2023, 11), (2024, 15), (2026, 15)]
    {
        assert_eq!(list.count_in(year), count, "{year}");
    }
    assert_eq!(newest(&list, "16").successors, ["50"]);
    assert_eq!(newest(&list, "30").successors, ["31", "32", "33"]);
    assert_eq!(list.name_in("55", 2024), Some("Troms - Romsa - Tromssa"));
}

#[test]
fn a_city_district_s_number_means_what_it_meant_that_year() {
    let list = list("city-districts");
    assert_eq!(list.name_in("030105", 2003), Some("Grünerløkka-Sofienberg"));
    assert_eq!(list.name_in("030105", 2024), Some("Frogner"));
    assert_eq!(newest(&list, "120108").successors, ["460108"]);
    assert_eq!(newest(&list, "160102").successors, ["500102"]);
    assert_eq!([1995, 2010, 2019, 2024].map(|year| list.count_in(year)), [27, 36, 36, 38]);
    let municipalities = crate::list("municipalities");
    assert!(list.iter().all(|entry| municipalities.contains(&entry.code[..4])));
}

#[test]
fn postal_codes_come_and_go() {
    let list = list("postal-codes");
    assert_eq!(list.columns(), ["municipality"]);
    assert_eq!(list.count_in(2026), 5121);
    assert_eq!(list.name_of("0190"), Some("Oslo"));
    assert!(list.valid_in("0031", 2020) && !list.valid_in("0031", 2025));
    assert!(!list.valid_in("4075", 2024) && list.valid_in("4075", 2026));
    assert_eq!(list.entries("0321")[0].successors, ["0710"]);
    assert_eq!(list.name_in("6295", 2025), Some("Myklebost"));
    assert_eq!(list.cell(newest(&list, "6295"), "municipality"), Some("1508"));
    let municipalities = crate::list("municipalities");
    let outside: Vec<&str> = list
        .iter()
        .filter(|entry| entry.to.is_none())
        .filter_map(|entry| list.cell(entry, "municipality"))
        .filter(|code| !municipalities.valid_in(code, 2024))
        .collect();
    // Svalbard and Jan Mayen have postal codes and no municipality
    assert!(outside.iter().all(|code| ["2100", "2111", "2211"].contains(code)), "{outside:?}");
}

#[test]
fn industries_have_the_levels_of_sn2007() {
    let list = list("industries");
    let of = |length: usize, year: i32| {
        list.iter().filter(|entry| entry.code.len() == length && entry.from.year == year).count()
    };
    assert_eq!([1, 2, 4, 5, 6].map(|length| of(length, 2009)), [21, 87, 270, 613, 817]);
    assert_eq!([1, 2, 4, 5, 6].map(|length| of(length, 2025)), [0, 1, 35, 148, 248]);
    assert_eq!(list.cell(newest(&list, "88"), "section"), Some("Q"));
    for entry in list.iter().filter(|entry| entry.code.len() > 2) {
        let parent = entry.code[..entry.code.len() - 1].trim_end_matches('.');
        assert!(list.contains(parent), "{} has no parent", entry.code);
    }
}

#[test]
fn countries_have_both_iso_codes_or_none() {
    let list = list("countries");
    assert_eq!(list.columns(), ["iso2", "iso3", "english"]);
    let cells = |code| ["iso2", "iso3", "english"].map(|column| list.cell(newest(&list, code), column));
    assert_eq!(cells("000"), [Some("NO"), Some("NOR"), Some("Norway")]);
    assert_eq!(cells("990"), [None; 3]);
    let mut seen = [Vec::new(), Vec::new()];
    for entry in list.iter() {
        let known = ["iso2", "iso3", "english"].map(|column| list.cell(entry, column));
        assert_eq!(known.iter().flatten().count() % 3, 0, "{}", entry.code);
        seen[0].extend(known[0]);
        seen[1].extend(known[1]);
    }
    for codes in &mut seen {
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!((codes.len(), count), (243, 243));
    }
}

#[test]
fn organisation_numbers_are_right_and_name_a_municipality() {
    let list = list("municipal-organisations");
    let municipalities = crate::list("municipalities");
    for entry in list.iter() {
        let municipality = list.cell(entry, "municipality").unwrap();
        assert!(municipalities.valid_in(municipality, 2021), "{}", entry.code);
    }
    assert_eq!(list.cell(newest(&list, "958935420"), "municipality"), Some("0301"));
}

#[test]
fn four_means_another_thing_in_each_coding_of_civil_status() {
    assert_eq!(list("civil-status").name_of("4"), Some("Skilt"));
    assert_eq!(list("civil-status-kostra").name_of("4"), Some("Skilt/separert"));
}

#[test]
fn letters_are_norwegian_and_sami() {
    assert_eq!(list("kostra-functions").name_of("201"), Some("Barnehage"));
    assert_eq!(list("counties").name_of("56"), Some("Finnmark - Finnmárku - Finmarkku"));
    assert_eq!(list("building-types").name_of("112"), Some("Enebolig med hybelleilighet, sokkelleilighet o.l."));
    assert_eq!(list("municipal-organisations").name_of("817263992"), Some("Færder"));
    assert!(list("occupations").iter().any(|entry| entry.name.contains('ø')));
    assert!(list("waste-codes").iter().any(|entry| entry.name.contains('å')));
}
