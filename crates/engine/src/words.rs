//! A page's message with its values put in.

use munilint_model::{Argument, Language, Texts};

/// How many excerpts of a list are named.
const NAMED: usize = 5;

/// Puts values into a message. `{name}` is a value, `{one|many}` is chosen by the count, `{{` is a brace.
#[must_use]
pub(crate) fn fill(template: &str, arguments: &[(&'static str, Argument)], language: Language) -> String {
    let count = arguments.iter().find_map(|(name, argument)| match argument {
        Argument::Count(count) if *name == "count" => Some(*count),
        _ => None,
    });
    let mut out = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix("{{").or_else(|| rest.strip_prefix("}}")) {
            out.push_str(&rest[..1]);
            rest = after;
            continue;
        }
        let Some(end) = rest.find('}') else { break };
        let slot = &rest[1..end.max(1)];
        if let Some((one, many)) = slot.split_once('|') {
            out.push_str(if count == Some(1) { one } else { many });
        } else if let Some((_, argument)) = arguments.iter().find(|(name, _)| *name == slot) {
            out.push_str(&shown(argument, language));
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    out
}

/// Puts into words the parts of sentences that are messages of their own.
pub(crate) fn spell_out(arguments: &mut [(&'static str, Argument)], texts: &Texts, language: Language) {
    for at in 0..arguments.len() {
        if let Argument::Phrase(name) = arguments[at].1 {
            arguments[at].1 = Argument::Word(fill(texts.get(name, language), arguments, language));
        }
    }
}

fn shown(argument: &Argument, language: Language) -> String {
    match argument {
        Argument::Count(count) => language.number(*count),
        Argument::Share(share) => percent(*share, language),
        Argument::Word(word) => word.clone(),
        Argument::Excerpt(excerpt) => excerpt.to_string(),
        // Spelt out before: only the rule's page knows it.
        Argument::Phrase(_) => String::new(),
        Argument::Datasets { of: 1, .. } if language == Language::En => "the dataset".to_owned(),
        Argument::Datasets { of: 1, .. } => "datasettet".to_owned(),
        Argument::Datasets { some, of } => {
            let (some, of) = (language.number(*some), language.number(*of));
            if language == Language::En {
                format!("{some} of {of} datasets")
            } else {
                format!("{some} av {of} datasett")
            }
        }
        Argument::Excerpts(excerpts) => {
            let mut text = excerpts.iter().take(NAMED).map(ToString::to_string).collect::<Vec<_>>().join(", ");
            if excerpts.len() > NAMED {
                text.push_str(", …");
            }
            text
        }
    }
}

fn percent(share: f64, language: Language) -> String {
    let tenths = (share * 1000.0).round();
    let number = if share > 0.0 && tenths == 0.0 {
        "< 0.1".to_owned()
    } else if tenths % 10.0 == 0.0 {
        format!("{:.0}", tenths / 10.0)
    } else {
        format!("{:.1}", tenths / 10.0)
    };
    let number = if language == Language::En { number } else { number.replace('.', ",") };
    format!("{number} %")
}

#[cfg(test)]
mod tests {
    use super::*;
    use munilint_model::Excerpt;

    #[test]
    fn values_are_put_in() {
        let arguments = [
            ("count", Argument::Count(1)),
            ("example", Argument::Excerpt(Excerpt::of("301"))),
            ("share", Argument::Share(0.125)),
            ("all", Argument::Count(1_234_567)),
        ];
        let fill = |template| fill(template, &arguments, Language::En);
        assert_eq!(fill("{count} {value has|values have} lost ({example})"), "1 value has lost (301)");
        assert_eq!(fill("{share} of {all} {{x}}"), "12.5 % of 1,234,567 {x}");
        assert_eq!(super::fill("{share} av {all}", &arguments, Language::Nb), "12,5 % av 1\u{a0}234\u{a0}567");
    }
}
