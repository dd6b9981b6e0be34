//! The profile of a table: measured once, judged often.

use crate::{
    Declared, Form, IdentityEvidence, Layout, MarkerTally, Mention, Occurrences, Oddities, Records, Role, RoleGuess,
    Shape, TableContext,
};
use serde::{Deserialize, Serialize};

/// What was measured of a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableFacts {
    /// The table as it was opened, with the roles its head suggests.
    pub table: TableContext,
    /// How many records there are.
    pub rows: u64,
    /// What the reader noticed.
    pub oddities: Oddities,
    /// Fields, in order.
    pub fields: Vec<FieldFacts>,
    /// The records, when there are few and a rule over several tables is to judge them.
    pub records: Option<Records>,
}

impl TableFacts {
    /// How the table is written.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.table.layout
    }

    /// Keeps what tables are held against each other by, in little memory: of every count only the first place, and
    /// different values only of fields that others may be joined by, which are neither measures nor about persons.
    pub fn condense(&mut self) {
        self.oddities = Oddities::default();
        for field in &mut self.fields {
            let role = field.role.role;
            let is_figure = role == Role::Unknown && field.datatype() == "number";
            if field.private || role.is_measure() || is_figure {
                field.values = None;
            }
            field.values.iter_mut().flatten().for_each(|value| value.seen.condense());
            field.shapes.iter_mut().for_each(Occurrences::condense);
            field.forms.iter_mut().for_each(Occurrences::condense);
            field.mentions.iter_mut().for_each(Occurrences::condense);
            field.markers.iter_mut().for_each(|marker| marker.seen.condense());
            field.failures = Vec::new();
        }
    }
}

/// What was measured of a field.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FieldFacts {
    /// The header's text.
    pub name: String,
    /// 1-based position.
    pub column: u32,
    /// What the field is about, by header and content.
    pub role: RoleGuess,
    /// Its values tell of one person each, or may, and are shown to nobody.
    pub private: bool,
    /// What a Table Schema declares of it.
    pub declared: Declared,
    /// Unit of measurement that the header tells: `prosent`, `1000 kr`, `m2`.
    pub unit: Option<String>,
    /// How many records have no such cell at all.
    pub absent: u64,
    /// How often each shape stands in the field and where first, indexed by [`Shape`].
    pub shapes: Vec<Occurrences>,
    /// Missing markers by how they are written, in the order of [`crate::MARKERS`] and behind them those that only a
    /// Table Schema declares; those not seen are left out.
    pub markers: Vec<MarkerTally>,
    /// Shortest and longest value that is not missing, in bytes.
    pub lengths: Option<(u32, u32)>,
    /// Smallest and largest number.
    pub numbers: Option<(f64, f64)>,
    /// First and last date, as year × 10000 + month × 100 + day.
    pub dates: Option<(i32, i32)>,
    /// How many different values there are, empty and markers included.
    pub distinct: Distinct,
    /// Every different value, by first place; `None` when there are too many of them or one is too long.
    pub values: Option<Vec<ValueFacts>>,
    /// Cells whose text has something wrong with it.
    pub text: TextFacts,
    /// What was seen of identity numbers.
    pub identity: IdentityEvidence,
    /// Cells that hold an e-mail address of a person.
    pub emails: Occurrences,
    /// Cells that hold an e-mail address of an office (`post@…`).
    pub role_emails: Occurrences,
    /// Nine-digit cells that fail the check digit of organisation numbers.
    pub organisation_invalid: Occurrences,
    /// Nine-digit cells that pass it.
    pub organisation_valid: u64,
    /// How often each form stands in the field and where first, indexed by [`Form`].
    pub forms: Vec<Occurrences>,
    /// In how many cells each kind of mention stands inside the text and where first, indexed by [`Mention`].
    pub mentions: Vec<Occurrences>,
    /// For each value test that was bound to the field, in order: the cells that fail it.
    pub failures: Vec<Occurrences>,
}

impl FieldFacts {
    /// True when a Table Schema says that the marker stands for a missing value.
    #[must_use]
    pub fn documents(&self, marker: &str) -> bool {
        self.declared.missing.iter().any(|declared| declared == marker)
    }

    /// What was counted for one shape.
    ///
    /// # Panics
    /// Never for facts made by the profile, which counts every shape.
    #[must_use]
    pub fn shape(&self, shape: Shape) -> &Occurrences {
        &self.shapes[shape as usize]
    }

    /// What was counted for one form.
    ///
    /// # Panics
    /// Never for facts made by the profile, which counts every form.
    #[must_use]
    pub fn form(&self, form: Form) -> &Occurrences {
        &self.forms[form as usize]
    }

    /// What was counted for one kind of mention.
    ///
    /// # Panics
    /// Never for facts made by the profile, which counts every kind.
    #[must_use]
    pub fn mention(&self, mention: Mention) -> &Occurrences {
        &self.mentions[mention as usize]
    }

    /// How many cells there are.
    #[must_use]
    pub fn cells(&self) -> u64 {
        self.shapes.iter().map(|seen| seen.count).sum()
    }

    /// How many cells hold no value: empty, blank or a missing marker.
    #[must_use]
    pub fn missing(&self) -> u64 {
        Shape::ALL.iter().filter(|shape| shape.is_missing()).map(|&shape| self.shape(shape).count).sum()
    }

    /// How many cells hold a value.
    #[must_use]
    pub fn present(&self) -> u64 {
        self.cells() - self.missing()
    }

    /// How many cells hold a number.
    #[must_use]
    pub fn numeric(&self) -> u64 {
        Shape::ALL.iter().filter(|shape| shape.is_number()).map(|&shape| self.shape(shape).count).sum()
    }

    /// How many cells hold a date, with or without a time of day.
    #[must_use]
    pub fn dated(&self) -> u64 {
        Shape::ALL.iter().filter(|shape| shape.is_date()).map(|&shape| self.shape(shape).count).sum()
    }

    /// Datatype by the word of Table Schema: what is declared, else what at least 95 % of the values are.
    #[must_use]
    pub fn datatype(&self) -> &'static str {
        if let Some(declared) = self.declared.datatype {
            return declared.name();
        }
        let present = self.present();
        if present == 0 {
            return "any";
        }
        let most = |count: u64| count * 20 >= present * 19;
        let whole = self.shape(Shape::Integer).count + self.shape(Shape::GroupedInteger).count;
        if most(whole) {
            "integer"
        } else if most(self.numeric()) {
            "number"
        } else if most(self.shape(Shape::DateTime).count) {
            "datetime"
        } else if most(self.dated() + self.shape(Shape::ImpossibleDate).count) {
            "date"
        } else if most(self.shape(Shape::Time).count) {
            "time"
        } else {
            "string"
        }
    }
}

/// How many different values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distinct {
    /// The count, or its estimate.
    pub count: u64,
    /// False when the count is an estimate (HyperLogLog, about ±2 %).
    pub exact: bool,
}

/// One distinct value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ValueFacts {
    /// The value, decoded, as it stands between its quotes.
    pub text: String,
    /// What it looks like.
    pub shape: Shape,
    /// Where and how often.
    pub seen: Occurrences,
}

/// Cells whose text has something wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextFacts {
    /// Blanks or tabs at the start or end of a value.
    pub untrimmed: Occurrences,
    /// Two blanks or more in a row inside a value that is text, other than behind a full stop or another end of a sentence.
    pub doubled: Occurrences,
    /// No-break and other typographic spaces, zero-width characters, direction marks, soft hyphens.
    pub invisible: Occurrences,
    /// Control characters other than line breaks and tabs.
    pub control: Occurrences,
    /// UTF-8 that was read as Windows-1252 and written again (`Ã¸` for `ø`).
    pub mojibake: Occurrences,
    /// The replacement character U+FFFD: text was lost for good.
    pub replacement: Occurrences,
}

impl TextFacts {
    /// Takes in what another part of the field had.
    pub fn merge(&mut self, other: &TextFacts) {
        self.untrimmed.merge(&other.untrimmed);
        self.doubled.merge(&other.doubled);
        self.invisible.merge(&other.invisible);
        self.control.merge(&other.control);
        self.mojibake.merge(&other.mojibake);
        self.replacement.merge(&other.replacement);
    }
}
