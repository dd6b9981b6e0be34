//! Dialects: delimiters, `sep=` lines, ways to quote, line ends.

use super::{Case, Text};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "semicolons",
        text: Text::Bytes(b"a;b\n1,5;2\n3;4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1,5 | 2",
            "3 line 3 byte 10: 3 | 4",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "commas",
        text: Text::Bytes(b"a,b\n1.5,2\n3,4\n"),
        reading: &[
            "utf-8, delimiter ,, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1.5 | 2",
            "3 line 3 byte 10: 3 | 4",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "tabs",
        text: Text::Bytes(b"a\tb\n1,5\t2;3\n4\t5\n"),
        reading: &[
            "utf-8, delimiter tab, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1,5 | 2;3",
            "3 line 3 byte 12: 4 | 5",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "bars",
        text: Text::Bytes(b"a|b\n1|2\n3|4\n"),
        reading: &[
            "utf-8, delimiter |, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 8: 3 | 4",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "one column",
        text: Text::Bytes(b"kommune\nOslo\nBergen\n"),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "kommune",
            "2 line 2 byte 8: Oslo",
            "3 line 3 byte 13: Bergen",
            "EndsLf 3: line 1 byte 7+1",
        ],
    },
    Case {
        name: "a sentence is not two columns",
        text: Text::Bytes(b"merknad\nEn setning, med komma\nEn til\n"),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "merknad",
            "2 line 2 byte 8: En setning, med komma",
            "3 line 3 byte 30: En til",
            "EndsLf 3: line 1 byte 7+1",
        ],
    },
    Case {
        name: "lf",
        text: Text::Bytes(b"a;b\n1;2\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "EndsLf 2: line 1 byte 3+1",
        ],
    },
    Case {
        name: "crlf",
        text: Text::Bytes(b"a;b\r\n1;2\r\n3;4\r\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 5: 1 | 2",
            "3 line 3 byte 10: 3 | 4",
            "EndsCrlf 3: line 1 byte 3+2",
        ],
    },
    Case {
        name: "cr",
        text: Text::Bytes(b"a;b\r1;2\r3;4\r"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 8: 3 | 4",
            "EndsCr 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "lines end in three ways",
        text: Text::Bytes(b"a;b\r\n1;2\n3;4\r5;6\r\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 5: 1 | 2",
            "3 line 3 byte 9: 3 | 4",
            "4 line 4 byte 13: 5 | 6",
            "EndsLf 1: row 2 line 2 byte 5+0",
            "EndsCrlf 2: line 1 byte 3+2",
            "EndsCr 1: row 3 line 3 byte 9+0",
        ],
    },
    Case {
        name: "no line end at the end",
        text: Text::Bytes(b"a;b\n1;2"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "EndsLf 1: line 1 byte 3+1",
            "NoFinalNewline 1: file",
        ],
    },
    Case {
        name: "quotes hold delimiters and line ends",
        text: Text::Bytes(b"a,b\n\"x, y\",\"l1\nl2\"\n\"l1\r\nl2\rl3\",2\n3,4\n"),
        reading: &[
            "utf-8, delimiter ,, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: x, y | l1\\nl2",
            "3 line 4 byte 19: l1\\r\\nl2\\rl3 | 2",
            "4 line 7 byte 33: 3 | 4",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "quotes are doubled",
        text: Text::Bytes(b"a,b\n\"p \"\"q\"\" r\",\"\"\n\"\"\"\",2\n"),
        reading: &[
            "utf-8, delimiter ,, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: p \"q\" r | ",
            "3 line 3 byte 19: \" | 2",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "apostrophes quote",
        text: Text::Bytes(b"a,b\n'x','y, z'\n'p ''q''','r'\n"),
        reading: &[
            "utf-8, delimiter ,, quote ', header in row 1",
            "a | b",
            "2 line 2 byte 4: x | y, z",
            "3 line 3 byte 15: p 'q' | r",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "backslashes escape",
        text: Text::Bytes(b"a,b\n\"x \\\"y, z\\\"\",1\n\"p\\\\q\",2\n"),
        reading: &[
            "utf-8, delimiter ,, quote \" escaped, header in row 1",
            "a | b",
            "2 line 2 byte 4: x \"y, z\" | 1",
            "3 line 3 byte 19: p\\q | 2",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "sep line",
        text: Text::Bytes(b"sep=;\r\na;b\r\n1;2\r\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 3 byte 12: 1 | 2",
            "SeparatorLine 1: line 1 byte 0+7",
            "EndsCrlf 3: line 1 byte 5+2",
        ],
    },
    Case {
        name: "sep line rules over what looks better",
        text: Text::Bytes(b"sep=,\na;b,c\n1;2,3\n"),
        reading: &[
            "utf-8, delimiter ,, quote \", header in row 1",
            "a;b | c",
            "2 line 3 byte 12: 1;2 | 3",
            "SeparatorLine 1: line 1 byte 0+6",
            "EndsLf 3: line 1 byte 5+1",
        ],
    },
    Case {
        name: "sep line with a delimiter of its own",
        text: Text::Bytes(b"SEP=^\na^b\n1;x^2\n"),
        reading: &[
            "utf-8, delimiter ^, quote \", header in row 1",
            "a | b",
            "2 line 3 byte 10: 1;x | 2",
            "SeparatorLine 1: line 1 byte 0+6",
            "EndsLf 3: line 1 byte 5+1",
        ],
    },
    Case {
        name: "sep line and nothing",
        text: Text::Bytes(b"sep=;"),
        reading: &[
            "utf-8, delimiter ;, quote \", no header",
            "",
            "SeparatorLine 1: line 1 byte 0+5",
            "NoFinalNewline 1: file",
            "EmptyFile 1: file",
        ],
    },
    Case {
        name: "a letter is no delimiter",
        text: Text::Bytes(b"sep=a\n1;2\n"),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "sep=a",
            "2 line 2 byte 6: 1;2",
            "EndsLf 2: line 1 byte 5+1",
        ],
    },
];
