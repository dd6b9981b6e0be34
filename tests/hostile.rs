//! Texts that act on whoever reads them, and tables that are full of them.

use std::fs;
use std::path::Path;

/// What acts on a terminal, a page or a service that runs jobs.
pub const HOSTILE: [&str; 15] = [
    "\u{1b}[31mrød\u{1b}[0m",
    "\u{1b}]0;tittel\u{7}",
    "\u{1b}]8;;https://example.no\u{7}lenke\u{1b}]8;;\u{7}",
    "\u{9b}2J",
    "a\u{202e}gnp.exe",
    "\u{2066}x\u{2069}\u{200b}\u{feff}",
    "</script><script>alert(1)</script>",
    "x\u{0}y",
    "a\r\u{8}\u{8}b",
    "navn ::error file=a.rb::ute ::add-mask::b",
    "##[add-mask]c ##vso[task.setvariable variable=a]b",
    "##teamcity[buildProblem description='d']",
    "100 %0A::error::x%0D,line=9]]>&#x1b;<![CDATA[",
    "`a` | b || **c** @ola #12 <!-- [x](javascript:alert(1)) ![y](http://example.no/y.png)",
    "\u{fffe}a=cmd|'/c calc'!A1",
];

/// Writes tables in which every text stands in the header, in cells and in rows that are too long, with what rules find
/// something in, and some under names that act. Gives how many tables have the texts.
///
/// # Panics
/// A table cannot be written.
pub fn hostile_tables(folder: &Path, texts: &[&str]) -> usize {
    for (i, text) in texts.iter().enumerate() {
        let quoted = format!("\"{text}\n{text}\"");
        let header = format!("kommunenummer;{text};{quoted};fra {text} ;år");
        let row = |code: &str| format!("{code};{text};{quoted}; {text}\u{a0};31.02.2024 {text}");
        let rows = ["0301", "301", "301", "9999"].map(row).join("\n");
        let table = format!("{header}\n{rows}\n0301;{text};{quoted};{text};2024;{text};{text}\n\n{text}\n");
        fs::write(folder.join(format!("{i}.csv")), table).expect("the table can be written");
        let title = format!("{text}\n\n{text};{text}\n1;Ã¸ {text}\n1;Ã¸ {text}\n;{text}\n");
        fs::write(folder.join(format!("title-{i}.csv")), title).expect("the table can be written");
    }
    for (i, name) in
        ["\u{1b}[31mrød", "ny\nlinje ::error::x", "a\u{202e}b", "##vso[task.complete]"].into_iter().enumerate()
    {
        let path = folder.join(format!("{name}{i}.csv"));
        // Some file systems have no such names.
        if fs::write(&path, "kommunenummer;x\n301;1\n0301;2\n").is_ok() {
            fs::create_dir_all(folder.join("missing")).expect("a folder can be made");
        }
    }
    2 * texts.len()
}
