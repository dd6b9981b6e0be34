//! Terms for classifications.

use super::{Term, alone, end, word};

pub(super) const KOSTRA_FUNCTION: &[Term] = &[
    alone("funksjon", 0.85),
    alone("funksjonskode", 0.95),
    alone("funksjonsnr", 0.95),
    alone("funksjonnr", 0.9),
    word("kostrafunksjon", 0.95),
    word("kostrafunksjonskode", 0.95),
    alone("kostratjeneste", 0.9),
    alone("tjeneste", 0.6),
    alone("teneste", 0.6),
    alone("tjenestekode", 0.6),
    alone("tenestekode", 0.6),
    alone("tjenestenr", 0.6),
];

pub(super) const KOSTRA_TYPE: &[Term] = &[
    alone("art", 0.8),
    alone("artskode", 0.9),
    alone("artkode", 0.9),
    alone("artsnr", 0.9),
    word("kostrart", 0.95),
    word("kostrartskode", 0.95),
    alone("artskonto", 0.8),
    alone("konto", 0.6),
];

pub(super) const INDUSTRY: &[Term] = &[
    word("nace", 0.9),
    word("nacekode", 0.95),
    word("nacecode", 0.95),
    end("naering", 0.75),
    end("naeringskode", 0.95),
    end("naringskode", 0.95),
    end("naeringsgruppe", 0.75),
    end("naeringsgrupper", 0.75),
    word("sn2007", 0.95),
    word("sn07", 0.9),
    word("sn2007kode", 0.95),
    word("industrycode", 0.9),
];

pub(super) const OCCUPATION: &[Term] = &[
    alone("yrke", 0.75),
    word("yrkeskode", 0.95),
    word("yrkekode", 0.95),
    word("yrkesgruppe", 0.6),
    word("styrk", 0.9),
    word("styrk08", 0.95),
    word("styrkkode", 0.95),
    word("isco", 0.8),
    word("isco08", 0.9),
    word("iscokode", 0.95),
    word("occupation", 0.75),
    word("occupationcode", 0.95),
];

pub(super) const EDUCATION: &[Term] = &[
    word("nus2000", 0.95),
    word("nus", 0.85),
    word("nuskode", 0.95),
    end("utdanningskode", 0.9),
    end("utdanningsniva", 0.8),
    end("utdanning", 0.6),
    word("educationcode", 0.9),
    word("educationlevel", 0.8),
];

pub(super) const DIAGNOSIS: &[Term] = &[
    end("diagnose", 0.85),
    end("diagnosekode", 0.95),
    end("tilstandskode", 0.6),
    word("icd", 0.9),
    word("icd10", 0.95),
    word("icd10kode", 0.95),
    word("icpc", 0.9),
    word("icpc2", 0.95),
    word("icpckode", 0.95),
    word("diagnosis", 0.85),
    word("diagnosiscode", 0.95),
];
