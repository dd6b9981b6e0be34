//! `munilint.toml` and `pack.toml`.

use crate::reading::{marked, read};
use munilint_model::{Confidence, Config, FailOn, Language, Role, Rulebook, Severity};
use munilint_pack::{Fault, Schema, codelist, config, known_rules, manifest};

fn schema() -> Schema {
    Schema::new("config.schema.json", munilint_schemas::CONFIG).expect("the schema is sound")
}

#[track_caller]
fn faulty(text: &str, marks: &str, message: &str) -> Fault {
    let fault = config("munilint.toml", text, &schema()).expect_err("refused");
    assert_eq!((marked(&fault), fault.message()), (marks, message), "{fault:?}");
    fault
}

#[test]
fn every_setting_is_read() {
    let text = r#"
select = ["code", "person/*"]
ignore = ["code/lost-leading-zero"]
fail-on = "warning"
lang = "nb"
exclude = ["old/**"]
packs = ["rules"]
[rules."table/rare-value"]
severity = "note"
limit = 3
share = 0.5
[fields]
"Org.nr" = "organisation-number"
[[paths]]
match = ["raw/**"]
ignore = ["all"]
[paths.rules."file/mixed-newlines"]
severity = "error"
[paths.fields]
a = "key"
"#;
    let config = config("munilint.toml", text, &schema()).expect("well formed");
    assert_eq!(config.select, ["code", "person/*"]);
    assert_eq!((config.fail_on, config.lang), (Some(FailOn::Warning), Some(Language::Nb)));
    assert_eq!((config.exclude.len(), config.packs.len()), (1, 1));
    let rule = &config.rules["table/rare-value"];
    assert_eq!((rule.severity, rule.options["limit"], rule.options["share"]), (Some(Severity::Note), 3.0, 0.5));
    assert_eq!(config.fields["Org.nr"], Role::OrganisationNumber);
    let path = &config.paths[0];
    assert_eq!(
        (path.patterns.as_slice(), path.ignore.as_slice()),
        (["raw/**".to_owned()].as_slice(), ["all".to_owned()].as_slice())
    );
    assert_eq!(path.rules["file/mixed-newlines"].severity, Some(Severity::Error));
    assert_eq!(path.fields["a"], Role::Key);
}

#[test]
fn what_is_allowed_is_read_with_its_line() {
    let text = r#"
[[allow]]
match = ["valg/*.csv"]
rule = "person/*"
field = "navn*"
confidence = "medium"
reason = "Public by law"
until = 2027-12-31

[[allow]]
match = ["*.tsv"]
rule = "code"
reason = "Mended next time"
until = "2024-02-29"
"#;
    let config = config("munilint.toml", text, &schema()).expect("well formed");
    let [first, second] = config.allow.as_slice() else { panic!("two entries") };
    assert_eq!(
        (first.rule.as_str(), first.field.as_deref(), first.confidence),
        ("person/*", Some("navn*"), Some(Confidence::Medium))
    );
    assert_eq!(first.until.map(|day| day.to_string()).as_deref(), Some("2027-12-31"));
    assert_eq!(second.until.map(|day| day.to_string()).as_deref(), Some("2024-02-29"));
    let lines = [first, second].map(|allow| allow.span.map(|span| span.line));
    assert_eq!(lines, [Some(2), Some(10)]);
}

#[test]
fn an_entry_that_allows_says_why_and_until_which_day() {
    let entry = |rest: &str| format!("[[allow]]\nmatch = [\"a.csv\"]\nrule = \"code\"\n{rest}\n");
    faulty(&entry(""), "[[allow]]", "an entry of `allow` lacks the key `reason`");
    faulty(&entry("reason = \"\\t \""), "\"\\t \"", "`reason` cannot be `\\t `");
    let fault = faulty(&entry("reason = \"ok\""), "\"ok\"", "this reason says nothing");
    assert!(fault.advice().is_some_and(|advice| advice.contains("another person can judge by")));
    faulty(&entry("reason = \"x\"\nuntil = \"2027-02-29\""), "\"2027-02-29\"", "there is no day `2027-02-29`");
    faulty(&entry("reason = \"x\"\nuntil = \"31.12.2027\""), "\"31.12.2027\"", "`until` cannot be `31.12.2027`");
    faulty(
        &entry("reason = \"x\"\nuntil = 2027-12-31T12:00:00"),
        "2027-12-31T12:00:00",
        "`until` cannot be `2027-12-31T12:00:00`",
    );
    faulty(&entry("resaon = \"x\""), "resaon", "unknown key `resaon`");
    faulty("[[allow]]\nrule = \"code\"\nreason = \"x\"\n", "[[allow]]", "an entry of `allow` lacks the key `match`");
}

#[test]
fn nothing_is_well_formed() {
    for text in ["", "\u{feff}", "# nothing\r\n"] {
        assert_eq!(config("munilint.toml", text, &schema()).expect("well formed"), Config::default());
    }
}

#[test]
fn what_is_wrong_is_marked() {
    let fault = faulty("slect = [\"code\"]\n", "slect", "unknown key `slect`");
    assert_eq!(fault.advice(), Some("did you mean `select`?"));
    let fault = faulty("fail_on = \"error\"\n", "fail_on", "unknown key `fail_on`");
    assert_eq!(fault.advice(), Some("did you mean `fail-on`?"));
    faulty("select = \"code\"\n", "\"code\"", "`select` cannot be `code`");
    faulty("select = [\"code\", \"Code/X\"]\n", "\"Code/X\"", "an entry of `select` cannot be `Code/X`");
    faulty("lang = \"no\"\n", "\"no\"", "`lang` cannot be `no`");
    faulty("[fields]\nknr = \"municipality\"\n", "\"municipality\"", "`knr` cannot be `municipality`");
    faulty("[rules]\ncode = { severity = \"note\" }\n", "code", "`code` cannot be a key here");
    let fault = faulty("[rules.\"code/a\"]\nseverty = \"note\"\n", "\"note\"", "`severty` cannot be `note`");
    assert_eq!(fault.advice(), Some("did you mean `severity`?"));
    faulty("[rules.\"code/a\"]\nseverity = \"off\"\n", "\"off\"", "`severity` cannot be `off`");
    faulty(
        "[[paths]]\nmatch = [\"a\"]\n[[paths]]\nignore = [\"all\"]\n",
        "[[paths]]",
        "an entry of `paths` lacks the key `match`",
    );
    faulty("[[paths]]\nmatch = []\n", "[]", "`match` cannot be an empty list");
    faulty("lang = nb\n", "nb", "this is not valid TOML: text stands in quotes");
    let two = faulty("slect = []\nlang = \"no\"\n", "slect", "unknown key `slect`");
    let spans: Vec<&str> = two.spans().map(|(span, _)| &two.text()[span]).collect();
    assert_eq!(spans, ["slect", "\"no\""]);
}

#[test]
fn rules_and_options_that_are_not_there_are_marked() {
    let mut rules = Rulebook::default();
    rules.insert(read(crate::reading::GOOD).expect("well formed").rule);
    let known = |text: &str| known_rules("munilint.toml", text, &rules);
    known("select = [\"own\", \"own/a*\", \"all\"]\n[rules.\"own/age\"]\nseverity = \"note\"\n").expect("known");
    for (text, marks, advice) in [
        ("ignore = [\"own/agee\"]\n", "\"own/agee\"", "did you mean `own/age`?"),
        ("[[paths]]\nmatch = [\"a\"]\nselect = [\"code\"]\n", "\"code\"", "`munilint rules` lists the rules"),
        ("[rules.\"own/ag\"]\n", "\"own/ag\"", "did you mean `own/age`?"),
        ("[rules.\"own/age\"]\nseverit = 1\n", "severit", "did you mean `severity`?"),
    ] {
        let fault = known(text).expect_err("unknown");
        assert_eq!((marked(&fault), fault.advice()), (marks, Some(advice)), "{fault:?}");
    }
}

#[test]
fn manifests() {
    let schema = Schema::new("pack.schema.json", munilint_schemas::PACK).expect("the schema is sound");
    let read = manifest(
        "pack.toml",
        "name = \"bergen\"\ntitle = \"Bergen\"\n[codelists]\nwards = \"lists/wards.csv\"\n",
        &schema,
    );
    let read = read.expect("well formed");
    assert_eq!(
        (read.name.as_str(), read.title.as_str(), read.codelists["wards"].as_str()),
        ("bergen", "Bergen", "lists/wards.csv")
    );
    for (text, marks) in [
        ("name = \"bergen\"\n", ""),
        ("name = \"Bergen kommune\"\ntitle = \"B\"\n", "\"Bergen kommune\""),
        ("name = \"b\"\ntitle = \"B\"\n[codelists]\nx = \"../x.csv\"\n", "\"../x.csv\""),
        ("name = \"b\"\ntitle = \"B\"\n[codelists]\nx = \"/x.csv\"\n", "\"/x.csv\""),
        ("name = \"b\"\ntitle = \"B\"\n[codelists]\n\"X y\" = \"x.csv\"\n", "\"X y\""),
    ] {
        let fault = manifest("pack.toml", text, &schema).expect_err("refused");
        assert_eq!(marked(&fault), marks, "{fault:?}");
    }
    let fault = manifest("pack.toml", "", &schema).expect_err("refused");
    assert_eq!(fault.spans().next().map(|(_, label)| label), Some("`name` is needed, `title` is needed"));
    let report = format!("{:?}", miette::Report::new(fault));
    assert!(report.contains("the key `name` is missing"), "{report}");
    let codes: Vec<String> = codelist("\u{feff}code;name\n01;A\n\"02\";B\r\n\n03\n").into_iter().collect();
    assert_eq!(codes, ["01", "02", "03"]);
    let without_header: Vec<String> = codelist("# a list\n03010101;Slottet\n03010102;Sentrum\n").into_iter().collect();
    assert_eq!(without_header, ["03010101", "03010102"]);
    assert!(codelist("code;name\n").is_empty());
}

#[test]
fn a_schema_that_cannot_be_used_is_a_fault() {
    assert!(Schema::new("s", "{").expect_err("no JSON").message().starts_with("this is not valid JSON"));
    assert!(Schema::new("s", "{\"type\": 3}").is_err());
    assert!(Schema::new("s", "{\"$ref\": \"https://example.org/x\"}").is_err());
}
