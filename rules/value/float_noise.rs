use crate::matching::Matching;
use munilint_model::{Body, Findings, Options, Shape, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// A double has 15 to 17 digits that mean something.
const DIGITS: usize = 14;

/// How many nines or zeros in a row show that a shorter number was meant.
const RUN: usize = 5;

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let Some(values) = field.values.as_deref() else { continue };
        let decimal = |shape| matches!(shape, Shape::DecimalPoint | Shape::DecimalComma);
        let noisy = Matching::of(values, |text, value| decimal(value.shape) && is_noise(text));
        if noisy.different() > 0 {
            found.add(Some(field.column), noisy.seen).excerpt("example", noisy.example);
        }
    }
}

/// True for `571910.4199999995` and `0.30000000000000004`: a run of nines or zeros behind the decimal mark and at most two
/// other digits at the end, in as many digits as a double has.
fn is_noise(text: &str) -> bool {
    let Some((before, decimals)) = text.rsplit_once(['.', ',']) else { return false };
    let whole = before.bytes().filter(u8::is_ascii_digit).count();
    if decimals.len() + whole < DIGITS || !decimals.is_ascii() {
        return false;
    }
    (1..=2).any(|tail| {
        let head = &decimals[..decimals.len() - tail];
        let run = |digit: char| head.len() - head.trim_end_matches(digit).len() >= RUN;
        run('9') || (run('0') && decimals[head.len()..].bytes().any(|byte| byte != b'0'))
    }) || decimals.len() - decimals.trim_end_matches('9').len() > RUN
}
