//! Free text: one to four sentences of a genre, in Bokmål or Nynorsk, framed as a letter now and then.

use super::kind::{Kind, Label};
use super::style::Style;
use super::template::{Part, Template};
use super::word_list::{Sections, lines, section};
use super::{Labelled, Maker};
use std::sync::LazyLock;

/// A text and what stands in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The text.
    pub text: String,
    /// What stands where, in order, without overlaps.
    pub labels: Vec<Labelled>,
    /// How it is written.
    pub style: Style,
    /// What sort of text it is, by the file of its sentences.
    pub genre: &'static str,
    /// `nb` or `nn`.
    pub language: &'static str,
}

/// The sentences of a genre: by language, those with a value that is to be found and those without.
struct Genre {
    name: &'static str,
    sentences: [[Vec<Template>; 2]; 2],
}

const LANGUAGES: [&str; 2] = ["nb", "nn"];

macro_rules! genres {
    ($($name:literal),* $(,)?) => { [$(($name, include_str!(concat!("texts/", $name, ".txt")))),*] };
}

static GENRES: LazyLock<Vec<Genre>> = LazyLock::new(|| {
    let files = genres![
        "home-care", "school", "child-welfare", "building", "nav", "complaints", "minutes", "telephone", "letters",
        "accounts", "operations", "culture"
    ];
    files.into_iter().map(|(name, file)| Genre::read(name, file)).collect()
});

/// What stands in front of and behind a letter.
static FRAMES: LazyLock<[[Vec<Template>; 2]; 2]> = LazyLock::new(|| {
    let sections = Box::leak(Box::new(lines(include_str!("texts/frames.txt"))));
    LANGUAGES.map(|language| ["front", "end"].map(|where_| templates(sections, &format!("{language} {where_}"))))
});

fn templates(sections: &'static Sections, name: &str) -> Vec<Template> {
    section(sections, name).iter().map(|line| Template::read(line)).collect()
}

impl Genre {
    fn read(name: &'static str, file: &'static str) -> Self {
        let sections = Box::leak(Box::new(lines(file)));
        let sentences = LANGUAGES.map(|language| {
            let (with, without) = templates(sections, language).into_iter().partition(Template::has_value);
            [without, with]
        });
        Genre { name, sentences }
    }
}

/// How many sentences there are to choose from.
#[must_use]
pub fn sentences() -> usize {
    GENRES.iter().flat_map(|genre| genre.sentences.iter().flatten()).map(Vec::len).sum()
}

impl Maker {
    /// A text about persons, or one that only could be.
    pub fn text(&mut self) -> Text {
        let with_persons = self.chance(60);
        self.recast();
        let genre = self.dice.pick(&GENRES);
        let in_nynorsk = self.chance(25);
        let [without, with] = &genre.sentences[usize::from(in_nynorsk)];
        let style = Style::any(self);
        let mut text = Text {
            text: String::new(),
            labels: Vec::new(),
            style,
            genre: genre.name,
            language: LANGUAGES[usize::from(in_nynorsk)],
        };
        let frame = self.chance(15).then(|| &FRAMES[usize::from(in_nynorsk)]);
        if let Some([fronts, _]) = frame {
            self.frame(&mut text, fronts, with_persons);
            text.text.push('\n');
        }
        let count = *self.dice.pick(&[1, 1, 1, 2, 2, 2, 3, 3, 4]);
        let mut said: Vec<&Template> = Vec::new();
        for at in 0..count {
            let has_value = with_persons && (at == 0 || self.chance(50));
            let template = self.dice.pick(if has_value { with } else { without });
            if said.contains(&template) {
                continue;
            }
            if at > 0 {
                text.text.push(if self.chance(80) { ' ' } else { '\n' });
            }
            self.write(&mut text, template);
            said.push(template);
        }
        if let Some([_, ends]) = frame {
            text.text.push('\n');
            self.frame(&mut text, ends, with_persons);
        }
        text
    }

    fn frame(&mut self, text: &mut Text, frames: &[Template], with_persons: bool) {
        let fitting: Vec<&Template> = frames.iter().filter(|frame| frame.has_value() == with_persons).collect();
        let template = *self.dice.pick(&fitting);
        self.write(text, template);
    }

    fn write(&mut self, text: &mut Text, template: &Template) {
        for part in &template.parts {
            let (words, filling) = match part {
                Part::Text(words) => (words.as_str(), None),
                Part::Choice(words) => (*self.dice.pick(words), None),
                Part::Slot(slot) => ("", Some(slot.fill(self))),
            };
            let Some(filling) = filling else {
                let written = text.style.write(self, words, false);
                text.text.push_str(&written);
                continue;
            };
            let is_code =
                filling.text.bytes().any(|byte| byte.is_ascii_digit() || byte == b'@') && !is_address(filling.label);
            let written = text.style.write(self, &filling.text, is_code);
            let start = text.text.len();
            text.text.push_str(&written);
            if let Some(label) = filling.label {
                let span = start..text.text.len();
                text.labels.push(Labelled { span, label, origin: filling.origin });
            }
            text.text.push_str(&text.style.write(self, filling.behind, false));
        }
    }
}

/// True for addresses of streets, whose words suffer from how a text is written as other words do.
fn is_address(label: Option<Label>) -> bool {
    matches!(label, Some(Label::Value(Kind::Street | Kind::PostalAddress)))
}

impl Text {
    /// The values in it that are to be found.
    pub fn values(&self) -> impl Iterator<Item = &Labelled> {
        self.labels.iter().filter(|one| matches!(one.label, Label::Value(_)))
    }
}
