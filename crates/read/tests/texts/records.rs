//! Records of other widths than the header.

use super::{Case, Text};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "note lines below",
        text: Text::Bytes(b"a;b;c\n1;2;3\n4;5;6\n\nKilde: SSB\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b | c",
            "2 line 2 byte 6: 1 | 2 | 3",
            "3 line 3 byte 12: 4 | 5 | 6",
            "5 line 5 byte 19: Kilde: SSB | — | —",
            "ShortRow 1: row 5 line 5 byte 19+0",
            "BlankLine 1: row 4 line 4 byte 18+0",
            "EndsLf 5: line 1 byte 5+1",
        ],
    },
    Case {
        name: "ragged",
        text: Text::Bytes(b"a;b;c\n1;2\n1;2;3;4\n1\n1;2;3\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b | c",
            "2 line 2 byte 6: 1 | 2 | —",
            "3 line 3 byte 10: 1 | 2 | 3",
            "4 line 4 byte 18: 1 | — | —",
            "5 line 5 byte 20: 1 | 2 | 3",
            "LongRow 1: row 3 line 3 byte 10+0",
            "ShortRow 2: row 2 line 2 byte 6+0, row 4 line 4 byte 18+0",
            "EndsLf 5: line 1 byte 5+1",
        ],
    },
    Case {
        name: "trailing delimiters in records",
        text: Text::Bytes(b"a;b\n1;2;\n3;4;;\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 9: 3 | 4",
            "TrailingDelimiter 2: row 2 line 2 byte 4+0, row 3 line 3 byte 9+0",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "trailing delimiters in both",
        text: Text::Bytes(b"a;b;;\n1;2;;\n3;4;;\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 6: 1 | 2",
            "3 line 3 byte 12: 3 | 4",
            "TrailingDelimiter 3: row 1 line 1 byte 0+5, row 2 line 2 byte 6+0, row 3 line 3 byte 12+0",
            "EndsLf 3: line 1 byte 5+1",
        ],
    },
    Case {
        name: "lines of delimiters",
        text: Text::Bytes(b"a;b\n;\n1;2\n;;\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "3 line 3 byte 6: 1 | 2",
            "EmptyRecord 2: row 2 line 2 byte 4+1, row 4 line 4 byte 10+2",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "records longer than the header",
        text: Text::Bytes(b"a;b\n1;2;3\n4;5\n6;7\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 10: 4 | 5",
            "4 line 4 byte 14: 6 | 7",
            "LongRow 1: row 2 line 2 byte 4+0",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
];
