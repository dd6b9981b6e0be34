//! Encodings: marks, UTF-16, single bytes, bytes that are no text.

use super::{Case, Text};

pub(crate) const CASES: &[Case] = &[
    Case {
        name: "utf-8",
        text: Text::Bytes(b"sted;tall\nTroms\xC3\xB8;1\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 10: Tromsø | 1",
            "EndsLf 2: line 1 byte 9+1",
        ],
    },
    Case {
        name: "utf-8 with mark",
        text: Text::Bytes(b"\xEF\xBB\xBFsted;tall\nTroms\xC3\xB8;1\n"),
        reading: &[
            "utf-8 with mark, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 13: Tromsø | 1",
            "ByteOrderMark 1: line 1 byte 0+3",
            "EndsLf 2: line 1 byte 12+1",
        ],
    },
    Case {
        name: "windows-1252",
        text: Text::Bytes(b"sted;pris\nTroms\xF8;5 \x80\n"),
        reading: &[
            "windows-1252, delimiter ;, quote \", header in row 1",
            "sted | pris",
            "2 line 2 byte 10: Tromsø | 5 €",
            "EndsLf 2: line 1 byte 9+1",
        ],
    },
    Case {
        name: "iso-8859-1",
        text: Text::Bytes(b"sted;tall\nTroms\xF8;1\n"),
        reading: &[
            "iso-8859-1, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 10: Tromsø | 1",
            "EndsLf 2: line 1 byte 9+1",
        ],
    },
    Case {
        name: "iso-8859-10",
        text: Text::Bytes(b"sted;tall\nK\xE1r\xE1\xBAjohka;1\n"),
        reading: &[
            "iso-8859-10, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 10: Kárášjohka | 1",
            "EndsLf 2: line 1 byte 9+1",
        ],
    },
    Case {
        name: "iso-8859-15",
        text: Text::Bytes(b"sted;pris\nTroms\xF8;5 \xA4\n"),
        reading: &[
            "iso-8859-15, delimiter ;, quote \", header in row 1",
            "sted | pris",
            "2 line 2 byte 10: Tromsø | 5 €",
            "EndsLf 2: line 1 byte 9+1",
        ],
    },
    Case {
        name: "one letter at the end tells the encoding",
        text: Text::Bytes(b"sted;tall\n1;\xF8"),
        reading: &[
            "iso-8859-1, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 10: 1 | ø",
            "EndsLf 1: line 1 byte 9+1",
            "NoFinalNewline 1: file",
        ],
    },
    Case {
        name: "nul",
        text: Text::Bytes(b"a;b\n1;\x00\n\x002;3\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 4: 1 | \\u{0}",
            "3 line 3 byte 8: \\u{0}2 | 3",
            "NulByte 2: row 2 column 2 line 2 byte 6+1, row 3 column 1 line 3 byte 8+2",
            "EndsLf 3: line 1 byte 3+1",
        ],
    },
    Case {
        name: "invalid utf-8",
        text: Text::Bytes(b"sted;tall\nTroms\xC3\xB8;1\nB\xC3\xA6rum;H\xC3\xA5\nB\xE6rum;3\n\xC3\xA5\xFF;\xC3\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 10: Tromsø | 1",
            "3 line 3 byte 20: Bærum | Hå",
            "4 line 4 byte 31: B�rum | 3",
            "5 line 5 byte 39: å� | �",
            "InvalidBytes 3: row 4 column 1 line 4 byte 31+5, row 5 column 1 line 5 byte 39+3, row 5 column 2 line 5 byte 43+1",
            "EndsLf 5: line 1 byte 9+1",
        ],
    },
    Case {
        name: "invalid utf-8 in the header",
        text: Text::Bytes(b"st\xF8d;tall\nTroms\xC3\xB8;1\nB\xC3\xA6rum;2\n"),
        reading: &[
            "utf-8, delimiter ;, quote \", header in row 1",
            "st�d | tall",
            "2 line 2 byte 10: Tromsø | 1",
            "3 line 3 byte 20: Bærum | 2",
            "InvalidBytes 1: row 1 column 1 line 1 byte 0+4",
            "EndsLf 3: line 1 byte 9+1",
        ],
    },
    Case {
        name: "half a character at the end of utf-8",
        text: Text::Bytes(b"sted\nTroms\xC3\xB8\nBod\xC3\xB8\nHam\xC3"),
        reading: &[
            "utf-8, delimiter none, quote \", header in row 1",
            "sted",
            "2 line 2 byte 5: Tromsø",
            "3 line 3 byte 13: Bodø",
            "4 line 4 byte 19: Ham�",
            "InvalidBytes 1: row 4 column 1 line 4 byte 19+4",
            "EndsLf 3: line 1 byte 4+1",
            "NoFinalNewline 1: file",
        ],
    },
    Case {
        name: "utf-16le with mark",
        text: Text::Utf16Le("\u{feff}sted;tall\r\nTromsø;1\r\n"),
        reading: &[
            "utf-16le with mark, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 24: Tromsø | 1",
            "ByteOrderMark 1: line 1 byte 0+2",
            "EndsCrlf 2: line 1 byte 20+4",
        ],
    },
    Case {
        name: "utf-16le without mark",
        text: Text::Utf16Le("sted;tall\r\nTromsø;1\r\n"),
        reading: &[
            "utf-16le, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 22: Tromsø | 1",
            "EndsCrlf 2: line 1 byte 18+4",
        ],
    },
    Case {
        name: "utf-16be with mark",
        text: Text::Utf16Be("\u{feff}sted;tall\r\nTromsø;1\r\n"),
        reading: &[
            "utf-16be with mark, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 24: Tromsø | 1",
            "ByteOrderMark 1: line 1 byte 0+2",
            "EndsCrlf 2: line 1 byte 20+4",
        ],
    },
    Case {
        name: "utf-16be without mark",
        text: Text::Utf16Be("sted;tall\r\nTromsø;1\r\n"),
        reading: &[
            "utf-16be, delimiter ;, quote \", header in row 1",
            "sted | tall",
            "2 line 2 byte 22: Tromsø | 1",
            "EndsCrlf 2: line 1 byte 18+4",
        ],
    },
    Case {
        name: "utf-16le, half a unit and half a pair",
        text: Text::Bytes(
            b"a\x00;\x00b\x00\x0D\x00\x0A\x00T\x00r\x00o\x00m\x00s\x00=\xD8;\x001\x00\x0D\x00\x0A\x002\x00;\x003\x004",
        ),
        reading: &[
            "utf-16le, delimiter ;, quote \", header in row 1",
            "a | b",
            "2 line 2 byte 10: Troms� | 1",
            "3 line 3 byte 30: 2 | 3",
            "InvalidBytes 2: row 2 column 1 line 2 byte 10+12, row 3 column 2 line 3 byte 34+2",
            "EndsCrlf 2: line 1 byte 6+4",
            "NoFinalNewline 1: file",
        ],
    },
    Case {
        name: "utf-16le, sep line, mixed line ends",
        text: Text::Utf16Le("sep=\t\nSkole\tSnitt\r\nKjelsås\t3,9\r\n\"Ås\nny\"\t\u{1F600}\r\nBø\t1\r\n"),
        reading: &[
            "utf-16le, delimiter tab, quote \", header in row 1",
            "Skole | Snitt",
            "2 line 3 byte 38: Kjelsås | 3,9",
            "3 line 4 byte 64: Ås\\nny | 😀",
            "4 line 6 byte 88: Bø | 1",
            "SeparatorLine 1: line 1 byte 0+12",
            "EndsLf 1: line 1 byte 10+2",
            "EndsCrlf 4: line 2 byte 34+4",
        ],
    },
    Case {
        name: "utf-16le with mark, sep line, mixed line ends",
        text: Text::Utf16Le("\u{feff}sep=\t\nSkole\tSnitt\r\nKjelsås\t3,9\r\nBø\t1\r\n"),
        reading: &[
            "utf-16le with mark, delimiter tab, quote \", header in row 1",
            "Skole | Snitt",
            "2 line 3 byte 40: Kjelsås | 3,9",
            "3 line 4 byte 66: Bø | 1",
            "ByteOrderMark 1: line 1 byte 0+2",
            "SeparatorLine 1: line 1 byte 2+12",
            "EndsLf 1: line 1 byte 12+2",
            "EndsCrlf 3: line 2 byte 36+4",
        ],
    },
];
