//! Holds a page of HTML to what munilint writes: read as a browser reads it, it has no element, attribute or address but
//! those of the report.

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};
use std::collections::BTreeSet;

/// Elements of a report.
const ELEMENTS: [&str; 46] = [
    "a", "article", "b", "body", "caption", "circle", "code", "dd", "desc", "details", "div", "dl", "dt", "figcaption",
    "figure", "h1", "h2", "h3", "h4", "head", "header", "html", "li", "main", "mark", "meta", "ol", "p", "path", "pre",
    "rect", "script", "section", "span", "strong", "style", "summary", "svg", "table", "tbody", "td", "th", "thead",
    "title", "tr", "ul",
];

/// Attributes of a report. None of them runs anything, and only `href` leads anywhere.
const ATTRIBUTES: [&str; 28] = [
    "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "content", "cx", "cy", "d", "data-filter",
    "data-sort", "data-value", "height", "href", "http-equiv", "id", "lang", "name", "open", "preserveaspectratio",
    "r", "role", "scope", "tabindex", "viewbox", "width", "x", "y",
];

/// Elements that have no end.
const VOID: [&str; 1] = ["meta"];

/// What a page is found to hold.
#[derive(Debug, Default)]
pub struct WebPage {
    /// What should not be there.
    pub wrong: Vec<String>,
    /// All its text but that of style and script, element by element.
    pub texts: Vec<String>,
    /// How many elements there are.
    pub elements: usize,
    open: Vec<String>,
    ids: BTreeSet<String>,
    links: BTreeSet<String>,
    scripts: usize,
    styles: usize,
}

impl WebPage {
    /// Reads a page.
    #[must_use]
    pub fn of(html: &str) -> WebPage {
        let mut page = WebPage::default();
        // What stands in a script or a style is no markup.
        let mut emitter = DefaultEmitter::default();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(html, emitter) {
            let Ok(token) = token;
            page.token(token);
        }
        let open = std::mem::take(&mut page.open);
        page.wrong.extend(open.into_iter().map(|name| format!("<{name}> is not closed")));
        let lost: Vec<String> = page.links.difference(&page.ids).map(|id| format!("#{id} leads nowhere")).collect();
        page.wrong.extend(lost);
        if (page.scripts, page.styles) != (1, 1) {
            page.wrong.push(format!("{} scripts and {} styles", page.scripts, page.styles));
        }
        page
    }

    fn token(&mut self, token: Token) {
        match token {
            Token::StartTag(tag) => self.start(&tag),
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                if self.open.pop().as_deref() != Some(&name) {
                    self.wrong.push(format!("</{name}> closes something else"));
                }
            }
            Token::String(string) => {
                if !matches!(self.open.last().map(String::as_str), Some("script" | "style")) {
                    self.texts.push(text(&string));
                }
            }
            Token::Comment(comment) => self.wrong.push(format!("a comment: {}", text(&comment))),
            Token::Doctype(doctype) => {
                if text(&doctype.name) != "html" {
                    self.wrong.push("another kind of document".to_owned());
                }
            }
            Token::Error(error) => self.wrong.push(format!("an error of form: {}", *error)),
        }
    }

    fn start(&mut self, tag: &StartTag<()>) {
        let name = text(&tag.name);
        self.elements += 1;
        self.scripts += usize::from(name == "script");
        self.styles += usize::from(name == "style");
        if !ELEMENTS.contains(&&*name) {
            self.wrong.push(format!("the element <{name}>"));
        }
        for (attribute, value) in &tag.attributes {
            let (attribute, value) = (text(attribute), text(value));
            if !ATTRIBUTES.contains(&&*attribute) {
                self.wrong.push(format!("<{name} {attribute}=\"{value}\">"));
            }
            match (&*attribute, value.strip_prefix('#')) {
                ("href", Some(id)) => {
                    self.links.insert(id.to_owned());
                }
                ("href", None) => self.wrong.push(format!("a link to {value}")),
                ("id", _) if !self.ids.insert(value.clone()) => {
                    self.wrong.push(format!("the id {value} is there twice"))
                }
                _ => {}
            }
        }
        if !tag.self_closing && !VOID.contains(&&*name) {
            self.open.push(name);
        }
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
