use super::column_evidence::{is_most, is_named};
use super::in_text::in_text;
use munilint_model::{Body, Findings, Form, Mention, Options, Severity, TableFacts};

pub(crate) const BODY: Body = Body::Facts(judge);

/// From how many addresses on a field without other evidence is believed.
const ENOUGH: u64 = 3;

/// An address of version 4 that is longer than version numbers are.
const LONG: u32 = 11;

const ADDRESSES: [&str; 14] = [
    "ip", "ipv4", "ipv6", "ipadr", "ipadresse", "ipadresser", "ipaddress", "ipaddr", "klientip", "clientip", "mac",
    "macadresse", "macaddress", "macaddr",
];

const VERSIONS: [&str; 6] = ["versjon", "version", "ver", "build", "utgave", "release"];

fn judge(facts: &TableFacts, _: &Options, found: &mut Findings) {
    for field in &facts.fields {
        let seen = field.form(Form::NetworkAddress);
        if !is_most(seen.count, field, 90) || is_named(field, &VERSIONS) {
            continue;
        }
        let declared = is_named(field, &ADDRESSES);
        let long = field.lengths.is_some_and(|(_, longest)| longest >= LONG);
        if !declared && (seen.count < ENOUGH || !long) {
            continue;
        }
        let draft = found.add(Some(field.column), seen.clone());
        if !declared {
            draft.variant("likely").severity(Severity::Note);
        }
    }
    facts.fields.iter().for_each(|field| in_text(field, &[Mention::NetworkAddress], found));
}
