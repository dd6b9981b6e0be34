//! Work grows as the text does: four times as much takes about four times as long, not sixteen, whatever the text.

use munilint_model::{Batch, TableSource};
use munilint_read::{Input, TextTable};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Reads a text to its end or to a limit, without looking at it.
fn time(bytes: &[u8]) -> Duration {
    let started = Instant::now();
    if let Ok(table) = TextTable::open(&Arc::from("text"), Input::memory(bytes.to_vec())) {
        let mut batch = Batch::default();
        assert!(table.head(&mut batch).is_ok());
        while matches!(table.fill(&mut batch), Ok(true)) {}
    }
    started.elapsed()
}

/// A text for so many units of work.
type Text = fn(usize) -> Vec<u8>;

fn repeated(head: &str, part: &str, times: usize) -> Vec<u8> {
    [head.as_bytes(), part.repeat(times).as_bytes()].concat()
}

fn utf16(text: &[u8]) -> Vec<u8> {
    text.iter().flat_map(|&byte| [byte, 0]).collect()
}

const TEXTS: &[(&str, Text)] = &[
    ("duplicate names", |n| repeated("", "a;", n)),
    ("missing names", |n| repeated("x", ";", n)),
    ("duplicate names in UTF-16", |n| utf16(&repeated("", "a;", n))),
    ("stray quotes in one cell", |n| repeated("a;b\n1;", "x\"", n)),
    ("stray quotes in cells", |n| repeated("a;b\n", "x\"y;\"z\n", n)),
    ("carriage returns", |n| repeated("a;b\n", "\r", n)),
    ("line ends", |n| repeated("a;b\n", "\n", n)),
    ("line ends before a table", |n| [&vec![b'\n'; n][..], b"a;b\n1;2\n"].concat()),
    ("title lines", |n| repeated("", "x\n", n)),
    ("blank lines between lines of a cell", |n| repeated("a;b\n\"1\n1\";2\n", "\n", n)),
    ("quotes and nothing", |n| repeated("", "\"", n)),
    ("an odd number of quotes and nothing", |n| repeated("\"", "\"\"", n)),
    ("quotes by two", |n| repeated("a;b\n", "\"\"\n", n)),
    ("quotes by three", |n| repeated("a;b\n", "\"\"\"\n", n)),
    ("unclosed quotes", |n| repeated("a;b\n", "1;\"2\n", n)),
    ("unclosed quotes, then closed ones", |n| repeated("a;b\n", "\"1;2\n\"3\";4\n", n)),
    ("unclosed quotes in cells of several lines", |n| repeated("a;b\n", "\"1\n2\";\"3\n", n)),
    ("text behind quotes over line ends", |n| repeated("a;b\n", "\"1\n2\" x;3\n", n)),
    ("quoted cells of several lines in one record", |n| repeated("a;b\n", "\"1\n2\";", n)),
    ("unclosed quotes with backslashes", |n| repeated("a;b\n\"x \\\"y\\\"\";1\n", "\"\\\"1;2\n", n)),
    ("short rows", |n| repeated("a;b;c\n1;2;3\n", "1\n", n)),
    ("long rows", |n| repeated("a;b\n1;2\n", "1;2;3\n", n)),
    ("delimiters and nothing", |n| repeated("a;b\n", ";", n)),
    ("lines of delimiters", |n| repeated("a;b\n", ";\n", n)),
    ("NUL bytes in one cell", |n| repeated("a;b\n\"1\n1\";", "\0", n)),
    ("invalid bytes in one cell", |n| {
        repeated("a;b\nTromsø;åååååå\n\"1\n1\";", "\u{e6}x", 1).into_iter().chain(vec![0xFF; n]).collect()
    }),
    ("invalid bytes in rows", |n| {
        let valid = "øå\n".repeat(n).into_bytes();
        [b"a;b\n".to_vec(), valid, b"\xE6\n".repeat(n)].concat()
    }),
    ("half pairs in UTF-16", |n| {
        [utf16(b"a;b\r\n1;2\r\n1;2\r\n1;2\r\n"), b"1\x00\x3D\xD81\x00;\x001\x00\r\x00\n\x00".repeat(n)].concat()
    }),
    ("short rows in UTF-16", |n| utf16(&repeated("a;b;c\n1;2;3\n", "1\n", n))),
];

#[test]
fn four_times_the_text_takes_four_times_as_long() {
    let base = 60_000;
    let mut slow = Vec::new();
    for (name, text) in TEXTS {
        let (small, large) = (text(base), text(base * 4));
        let fastest = |bytes: &[u8]| (0..3).map(|_| time(bytes)).min().unwrap_or_default();
        let (one, four) = (fastest(&small), fastest(&large));
        println!("{name}: {} bytes {one:?}, {} bytes {four:?}", small.len(), large.len());
        // Short times are mostly chance.
        if four > Duration::from_millis(40) && four > one * 8 {
            slow.push((name, one, four));
        }
        // A byte is never worth more than a few microseconds, even unoptimised.
        assert!(four.as_nanos() < 5_000 * large.len() as u128, "{name} takes {four:?}");
    }
    assert!(slow.is_empty(), "{slow:?}");
}
