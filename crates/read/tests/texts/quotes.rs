//! Quotes that do not pair.

use super::{Case, Text};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "a quote that is never closed, in the last record",
        text: Text::Bytes(b"a;b\n1;2\n3;\"4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 8: 3 | \"4",
            "UnclosedQuote 1: row 3 column 2 line 3 byte 10+1",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "a quote that is never closed, then records",
        text: Text::Bytes(b"a;b\n1;\"2\n3;4\n5;6\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | \"2",
            "3 line 3 byte 9: 3 | 4",
            "4 line 4 byte 13: 5 | 6",
            "UnclosedQuote 1: row 2 column 2 line 2 byte 6+1",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "a quote that is never closed, then quoted cells",
        text: Text::Bytes(b"a;b\n1;\"2\n3;\"4\"\n\"5\";6\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | \"2",
            "3 line 3 byte 9: 3 | 4",
            "4 line 4 byte 15: 5 | 6",
            "UnclosedQuote 1: row 2 column 2 line 2 byte 6+1",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "a quote that is never closed, then another",
        text: Text::Bytes(b"a;b\n\"1;2\n3;\"4\n5;6\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: \"1 | 2",
            "3 line 3 byte 9: 3 | \"4",
            "4 line 4 byte 14: 5 | 6",
            "UnclosedQuote 2: row 2 column 1 line 2 byte 4+1, row 3 column 2 line 3 byte 11+1",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "a quote that is never closed, in a record of several lines",
        text: Text::Bytes(b"a;b;c\n\"1\n2\";\"3;4\n5;6;7\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b | c",
            "2 line 2 byte 6: 1\\n2 | \"3 | 4",
            "3 line 4 byte 17: 5 | 6 | 7",
            "UnclosedQuote 1: row 2 column 2 line 3 byte 12+1",
            "EndsLf 3: line 1 byte 5+1",
        ],
    },
    Case {
        name: "a quote that is never closed, in the header",
        text: Text::Bytes(b"\"a;b\n1;2\n3;4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "\"a | b",
            "2 line 2 byte 5: 1 | 2",
            "3 line 3 byte 9: 3 | 4",
            "UnclosedQuote 1: row 1 column 1 line 1 byte 0+1",
            "EndsLf 3: line 1 byte 4+1",
        ],
    },
    Case {
        name: "a quote that is never closed, without a line end",
        text: Text::Bytes(b"a;b\n1;\"2"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | \"2",
            "UnclosedQuote 1: row 2 column 2 line 2 byte 6+1",
            "EndsLf 1: line 1 byte 3+1",
            "NoFinalNewline 1: file",
        ],
    },
    Case {
        name: "text behind a closing quote",
        text: Text::Bytes(b"a;b\n\"x\" y;2\n\"p\" ;4\n\"q\"\"r\"s;6\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: \"x\" y | 2",
            "3 line 3 byte 12: \"p\"  | 4",
            "4 line 4 byte 19: \"q\"\"r\"s | 6",
            "TextAfterQuote 3: row 2 column 1 line 2 byte 4+5, row 3 column 1 line 3 byte 12+4, row 4 column 1 line 4 byte 19+7",
            "EndsLf 4: line 1 byte 3+1",
        ],
    },
    Case {
        name: "a quote in the midst of a cell",
        text: Text::Bytes(b"a;b\n5\" r\xC3\xB8r;2\nx\"y\"z;4\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 5\" rør | 2",
            "3 line 3 byte 14: x\"y\"z | 4",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "text behind a closing quote, behind the last field",
        text: Text::Bytes(b"a;b\n1;2\n3;4\n5;6\n7;8;9;\"x\" y\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | 2",
            "3 line 3 byte 8: 3 | 4",
            "4 line 4 byte 12: 5 | 6",
            "5 line 5 byte 16: 7 | 8",
            "LongRow 1: row 5 line 5 byte 16+0",
            "TextAfterQuote 1: row 5 column 4 line 5 byte 22+5",
            "EndsLf 5: line 1 byte 3+1",
        ],
    },
    Case {
        name: "quotes and nothing",
        text: Text::Bytes(b"\"\"\"\"\""),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "\"\"",
            "UnclosedQuote 1: row 1 column 1 line 1 byte 0+1",
            "NoFinalNewline 1: file",
            "NoRecords 1: file",
        ],
    },
];
