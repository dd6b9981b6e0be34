//! Pages that are well formed, and every way in which one can fail to be.

use crate::reading::{GOOD, declared, marked, read, read_with};
use munilint_model::{Body, Fix, Language, Severity};
use munilint_pack::{ExampleKind, Fault};

fn fails(text: &str) -> Fault {
    read(text).map(|page| page.rule.title).expect_err("the page is not well formed")
}

/// The good page with `from` once replaced by `to` fails, with that stretch marked and that message.
#[track_caller]
fn faulty(from: &str, to: &str, marks: &str, message: &str) -> Fault {
    assert!(GOOD.contains(from), "the good page has {from}");
    let fault = fails(&GOOD.replacen(from, to, 1));
    assert_eq!((marked(&fault), fault.message()), (marks, message), "{fault:?}");
    fault
}

#[test]
fn a_good_page_is_a_rule_with_examples() {
    let page = read(GOOD).expect("well formed");
    let rule = &page.rule;
    assert_eq!(
        (&*rule.id, rule.title.as_str(), rule.severity, rule.fix),
        ("own/age", "Age out of range", Severity::Warning, Fix::None)
    );
    assert_eq!(rule.basis, ["SSB KLASS 131"]);
    assert_eq!(rule.help.get("", Language::Nn), "Kontroller alderen.");
    assert_eq!(&*rule.page, GOOD);
    assert!(matches!(&rule.body, Body::Values { given, .. } if given.names == ["alder"]));
    let [bad, good] = page.examples.as_slice() else { panic!("two examples") };
    assert_eq!((bad.kind, bad.format.as_str(), bad.name.as_str()), (ExampleKind::Bad, "csv", "example.csv"));
    assert_eq!(bad.bytes, b"alder\n200\n");
    assert_eq!(bad.findings, [r#"row 2, field "alder": 1 age is impossible (200 in alder)"#]);
    let span = bad.findings_span.clone().expect("a span");
    assert_eq!(&GOOD[span], "row 2, field \"alder\": 1 age is impossible (200 in alder)\n");
    assert_eq!(GOOD.lines().nth(bad.line - 1), Some("```csv bad"));
    assert_eq!(
        (good.kind, good.bytes.as_slice(), &good.findings_span),
        (ExampleKind::Good, b"alder\n20\n".as_slice(), &None)
    );
}

#[test]
fn a_rule_in_rust_has_its_code_options_and_variants() {
    let logic = "check = \"rust\"\nfix = \"safe\"\n[options]\nlimit = 0.2\nleast = 3\n[message.other-way]\nen = \"{fixed}\"\nnb = \"{fixed}\"";
    let page = declared(logic).expect_err("no code");
    assert_eq!(marked(&page), "\"rust\"");
    let (before, rest) = GOOD.split_once("[given]").expect("a given");
    let (_, after) = rest.split_once("[message]").expect("a message");
    let text = format!("{before}{logic}\n[message]{after}");
    let page = read_with(&text, &|id| (id == "own/age").then_some(Body::Facts(|_, _, _| {}))).expect("well formed");
    assert!(matches!(page.rule.body, Body::Facts(_)));
    assert_eq!((page.rule.options.number("limit"), page.rule.options.number("least")), (0.2, 3.0));
    assert_eq!(page.rule.message.get("other-way", Language::Nb), "{fixed}");
}

#[test]
fn examples_are_written_as_their_info_says() {
    let text = GOOD
        .replace(
            "```csv good\nalder\n20\n",
            "```tsv good encoding=windows-1252 escaped no-final-newline name=år.tsv\nalder\\tår\\r\n20\\x80\tå\n",
        )
        .replace("## Good", "## Good: from Excel\n### Not a section");
    let page = read(&text).expect("well formed");
    let good = &page.examples[1];
    assert_eq!((good.name.as_str(), good.format.as_str()), ("år.tsv", "tsv"));
    assert_eq!(good.bytes, b"alder\t\xe5r\r\n20\x80\t\xe5");
    let text = GOOD.replace("csv good", "csv good encoding=utf-16le no-final-newline").replace("alder\n20\n", "å\n");
    assert_eq!(read(&text).expect("well formed").examples[1].bytes, b"\xe5\0");
    for (info, bytes) in [("repeat=3", "alder\n20\n20\n20\n"), ("no-final-newline repeat=2", "alder\n20\n20")] {
        let text = GOOD.replace("csv good", &format!("csv good {info}"));
        assert_eq!(read(&text).expect("well formed").examples[1].bytes, bytes.as_bytes());
    }
}

#[test]
fn the_frame_of_a_page() {
    let heading = "a page starts with a heading, the rule's title";
    faulty("# Age out", "Age out", "Age out of range", heading);
    let block = "the first block of a page is its ```toml block";
    faulty("```toml", "```ini", "ini", block);
    assert_eq!(marked(&fails("# T\n\n## Bad\n")), "Bad");
    assert_eq!(fails("# T\n").message(), block);
    faulty("20\n```\n", "20\n", "```csv good", "a block is not closed");
    faulty("severity  =", "severity", "", "this is not valid TOML: key with no value, expected `=`");
    faulty("dimension =", "severity =", "severity", "this is not valid TOML: duplicate key");
}

#[test]
fn the_toml_block_keeps_its_schema() {
    let fault = faulty("severity ", "severty ", "severty", "unknown key `severty`");
    assert_eq!(fault.advice(), Some("did you mean `severity`?"));
    assert_eq!(fault.spans().count(), 1, "a misspelt key is not missing as well");
    faulty("since ", "colour ", "colour", "unknown key `colour`");
    let fault = faulty("\"warning\"", "\"waring\"", "\"waring\"", "`severity` cannot be `waring`");
    assert_eq!(fault.advice(), Some("did you mean `warning`?"));
    faulty("\"accuracy\"", "3", "3", "`dimension` cannot be `3`");
    let fault = faulty("\"0.1\"", "\"v1\"", "\"v1\"", "`since` cannot be `v1`");
    assert_eq!(fault.spans().next().expect("a span").1, "The first version that had the rule, as \"0.1\".");
    faulty("[\"SSB KLASS 131\"]", "\"SSB\"", "\"SSB\"", "`basis` cannot be `SSB`");
    faulty("[\"alder\"]", "[\"a\", 2]", "2", "an entry of `name` cannot be `2`");
    faulty("severity  = \"warning\"\n", "", "toml", "the key `severity` is missing");
    faulty("[given]\nname = [\"alder\"]", "[given]", "[given]", "`given` cannot be this table");
    faulty("nb = \"Kontroller alderen.\"\n", "", "[help]", "`help` lacks the key `nb`");
    faulty(
        "[why]\nen",
        "[why]\nen = \"a\"\neng",
        "\"Sums and means are wrong.\"",
        "`eng` cannot be `Sums and means are wrong.`",
    );
    faulty("since ", "[options]\nfix = \"safe\"\n#", "\"safe\"", "`fix` cannot be `safe`");
    faulty("since ", "options = { Limit = 1 }\n#", "Limit", "`Limit` cannot be a key here");
    faulty("since ", "formerly = [\"age\"]\n#", "\"age\"", "an entry of `formerly` cannot be `age`");
}

#[test]
fn messages_agree_and_name_what_is_known() {
    let fault = faulty(
        "({example} i {field})",
        "({example})",
        "{field}",
        "the languages name different values: `{field}` is in one text only",
    );
    assert_eq!(fault.spans().count(), 2);
    faulty("i {field})\"", "i {field}) {limit}\"", "{limit}", "this rule has no value `limit` for its message");
    faulty("nb = \"{count}", "nb = \"\\u00e6 {count", "{", "a brace is not closed");
    faulty("{age is|ages are}", "{age|ages|all}", "{age|ages|all}", "there are two forms, singular and plural");
    faulty("{age is|ages are}", "{Age is}", "{Age is}", "this is no name of a value");
    let both = GOOD.replace("{example}", "{fixed}");
    let fault = fails(&both);
    assert_eq!((marked(&fault), fault.message()), ("{fixed}", "this rule has no value `fixed` for its message"));
    faulty(
        "[why]",
        "[message.other]\nen = \"a\"\nnb = \"a\"\n[why]",
        "[message.other]",
        "a declarative rule has one message",
    );
    let braces = GOOD.replace("{age is|ages are}", "{{not a name} }");
    assert!(read(&braces).is_ok());
}

#[test]
fn exactly_one_logic() {
    let neither = "the page does not say what holds";
    faulty("[assert]\nrange = { min = 0, max = 120 }", "", "toml", neither);
    let fault = faulty("since ", "check = \"rust\"\nsince ", "check", "a rule is either in Rust or declared, not both");
    assert_eq!(fault.spans().map(|(span, _)| fault.text()[span].to_owned()).collect::<Vec<_>>(), ["check", "assert"]);
    let fault = declared("check = \"rust\"\n[given]\nname = [\"a\"]").expect_err("given is not used");
    assert_eq!((marked(&fault), fault.message()), ("given", "a rule in Rust chooses its fields itself"));
    let fault = faulty("since ", "check = \"python\"\nsince ", "\"python\"", "`check` cannot be `python`");
    assert_eq!(fault.spans().next().expect("a span").1, "only `rust` is allowed");
    faulty("[given]", "[options]\nlimit = 1\n[given]", "options", "options are read by rules in Rust only");
}

#[test]
fn bad_examples_and_findings_come_in_pairs() {
    let pair = "a bad example is followed by its findings";
    faulty("```findings\n", "```text\n", "csv bad", pair);
    faulty("```csv bad\nalder\n200\n```\n", "", "findings", "a findings block directly follows its bad example");
    faulty("```findings\n", "Prose.\n```findings\n", "findings", "a findings block directly follows its bad example");
    faulty("csv good", "csv fine", "csv fine", "an example says what it shows");
    let last = fails(&GOOD[..GOOD.find("```findings").expect("findings")]);
    assert_eq!((marked(&last), last.message()), ("csv bad", pair));
    let again = GOOD.replace("## Good", "```findings\n```\n## Good");
    assert_eq!(fails(&again).message(), "a findings block directly follows its bad example");
}

#[test]
fn fixed_examples_need_a_fix_and_a_bad_example() {
    let fixed = "## Fixed\n```csv fixed\nalder\n20\n```\n## Good";
    faulty("## Good", fixed, "csv fixed", "the page has a fixed example, but no fix");
    let text = GOOD.replace("since ", "fix = \"unsafe\"\nsince ");
    let page = read(&text.replace("## Good", fixed)).expect("well formed");
    assert_eq!(
        page.examples.iter().map(|example| example.kind).collect::<Vec<_>>(),
        [ExampleKind::Bad, ExampleKind::Fixed, ExampleKind::Good]
    );
    let early = fails(&text.replace("## Bad", &fixed.replace("## Good", "## Bad")));
    assert_eq!(early.message(), "a fixed example follows the bad one that it mends");
}

#[test]
fn pages_from_windows_are_read() {
    let page = read(&format!("\u{feff}{}", GOOD.replace('\n', "\r\n"))).expect("well formed");
    assert_eq!((page.rule.title.as_str(), page.examples[0].findings.len()), ("Age out of range", 1));
    assert_eq!(page.examples[0].bytes, b"alder\r\n200\r\n");
}

#[test]
fn every_page_shows_bad_and_good() {
    let no_good = fails(&GOOD[..GOOD.find("## Good").expect("good")]);
    assert_eq!(no_good.message(), "the page has no good example");
    let (start, end) = (GOOD.find("## Bad").expect("bad"), GOOD.find("## Good").expect("good"));
    let no_bad = fails(&format!("{}{}", &GOOD[..start], &GOOD[end..]));
    assert_eq!(no_bad.message(), "the page has no bad example");
}

#[test]
fn info_words_are_known() {
    let fault = faulty("csv good", "csv good no-final-newlin", "no-final-newlin", "unknown word `no-final-newlin`");
    assert_eq!(fault.advice(), Some("did you mean `no-final-newline`?"));
    faulty("csv good", "csv good encoding=latin-9", "latin-9", "unknown encoding `latin-9`");
    for times in ["0", "100001", "x", ""] {
        faulty("csv good", &format!("csv good repeat={times}"), times, "a line cannot be repeated so often");
    }
    faulty("csv good", "xlsx good", "xlsx", "unknown format `xlsx`");
    faulty("csv good", "csv good bad", "bad", "unknown word `bad`");
    faulty("## Good", "## Fixed", "csv good", "this example stands under a heading that starts with `Good`");
    faulty("csv good\nalder", "csv good escaped\nal\\der", "\\d", "this cannot stand in the example");
    faulty("csv good\nalder", "csv good encoding=iso-8859-1\nalde€", "€", "this cannot stand in the example");
}

#[test]
fn a_fault_is_a_diagnostic() {
    use miette::Diagnostic;
    let fault = faulty("severity ", "severty ", "severty", "unknown key `severty`");
    assert_eq!((fault.name(), fault.line()), ("own/age.md", 4));
    assert_eq!(fault.help().map(|help| help.to_string()).as_deref(), Some("did you mean `severity`?"));
    let report = format!("{:?}", miette::Report::new(fault));
    assert!(report.contains("own/age.md:4:1") && report.contains("severty"), "{report}");
}
