//! What stands before the records, or instead of them.

use super::{Case, Text};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "names are quoted",
        text: Text::Bytes(b"\"a \"\"b\"\"\";\" c \"\n1;2\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a \"b\" | c",
            "2 line 2 byte 16: 1 | 2",
            "EndsLf 2: line 1 byte 15+1",
        ],
    },
    Case {
        name: "title and note lines",
        text: Text::Bytes(b"Tabell 1: folkemengde\n\nKilde: SSB\nregion;2010;2011\nOslo;1,5;2\nBergen;3;4,5\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 4",
            "region | 2010 | 2011",
            "5 line 5 byte 51: Oslo | 1,5 | 2",
            "6 line 6 byte 62: Bergen | 3 | 4,5",
            "TitleLine 2: line 1 byte 0+21, line 3 byte 23+10",
            "EndsLf 6: line 1 byte 21+1",
        ],
    },
    Case {
        name: "a title in a wide sheet",
        text: Text::Bytes(b"Folkemengde;;\nregion;2010;2011\nOslo;1;2\nBergen;3;4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 2",
            "region | 2010 | 2011",
            "3 line 3 byte 31: Oslo | 1 | 2",
            "4 line 4 byte 40: Bergen | 3 | 4",
            "TitleLine 1: line 1 byte 0+13",
            "EndsLf 4: line 1 byte 13+1",
        ],
    },
    Case {
        name: "blank lines",
        text: Text::Bytes(b"\n \na;b\n\n1;2\n\t\n3;4\n\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 3",
            "a | b",
            "5 line 5 byte 8: 1 | 2",
            "7 line 7 byte 14: 3 | 4",
            "BlankLine 3: row 4 line 4 byte 7+0, row 6 line 6 byte 12+1, row 8 line 8 byte 18+0",
            "EndsLf 8: line 1 byte 0+1",
        ],
    },
    Case {
        name: "no header",
        text: Text::Bytes(b"0301;12;2020-01-01\n4601;13;2020-02-01\n5001;14;2020-03-01\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", no header",
            "column 1 | column 2 | column 3",
            "1 line 1 byte 0: 0301 | 12 | 2020-01-01",
            "2 line 2 byte 19: 4601 | 13 | 2020-02-01",
            "3 line 3 byte 38: 5001 | 14 | 2020-03-01",
            "NoHeader 1: file",
            "EndsLf 3: row 1 line 1 byte 0+0",
        ],
    },
    Case {
        name: "trailing delimiters in the header",
        text: Text::Bytes(b"a;b;\n1;2\n3;4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 5: 1 | 2",
            "3 line 3 byte 9: 3 | 4",
            "TrailingDelimiter 1: row 1 line 1 byte 0+4",
            "EndsLf 3: line 1 byte 4+1",
        ],
    },
    Case {
        name: "duplicate and missing names",
        text: Text::Bytes(b"a;;a;b;a\n1;2;3;4;5\n6;7;8;9;0\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | column 2 | a | b | a",
            "2 line 2 byte 9: 1 | 2 | 3 | 4 | 5",
            "3 line 3 byte 19: 6 | 7 | 8 | 9 | 0",
            "EmptyName 1: row 1 column 2 line 1 byte 2+0",
            "DuplicateName 2: row 1 column 3 line 1 byte 3+1, row 1 column 5 line 1 byte 7+1",
            "EndsLf 3: line 1 byte 8+1",
        ],
    },
    Case {
        name: "empty",
        text: Text::Bytes(b""),
        reading: &["utf-8, delimiter none, quote \", no header", "", "EmptyFile 1: file"],
    },
    Case {
        name: "mark and nothing",
        text: Text::Bytes(b"\xEF\xBB\xBF"),
        reading: &[
            "utf-8 with mark, delimiter none, quote \", no header",
            "",
            "ByteOrderMark 1: line 1 byte 0+3",
            "EmptyFile 1: file",
        ],
    },
    Case {
        name: "a line end and nothing",
        text: Text::Bytes(b"\n"),
        reading: &["utf-8, delimiter none, quote \", no header", "", "EndsLf 1: line 1 byte 0+1", "EmptyFile 1: file"],
    },
    Case {
        name: "blanks and nothing",
        text: Text::Bytes(b"  \r\n\t\r\n"),
        reading: &[
            "utf-8, delimiter none, quote \", no header",
            "",
            "EndsCrlf 2: line 1 byte 2+2",
            "EmptyFile 1: file",
        ],
    },
    Case {
        name: "header and nothing",
        text: Text::Bytes(b"a;b;c\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b | c",
            "EndsLf 1: line 1 byte 5+1",
            "NoRecords 1: file",
        ],
    },
    Case {
        name: "header and blank lines",
        text: Text::Bytes(b"a;b;c\n\n\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b | c",
            "BlankLine 2: row 2 line 2 byte 6+0, row 3 line 3 byte 7+0",
            "EndsLf 3: line 1 byte 5+1",
            "NoRecords 1: file",
        ],
    },
    Case {
        name: "one cell",
        text: Text::Bytes(b"x"),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "x",
            "NoFinalNewline 1: file",
            "NoRecords 1: file",
        ],
    },
];
