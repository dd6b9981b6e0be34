//! Terms for times.

use super::{Term, alone, end, word};

pub(super) const YEAR: &[Term] = &[
    alone("ar", 0.9),
    alone("aret", 0.8),
    word("argang", 0.85),
    word("arstall", 0.95),
    alone("arstal", 0.95),
    alone("year", 0.95),
    alone("yr", 0.6),
    alone("kalenderar", 0.9),
    alone("budsjettar", 0.9),
    alone("regnskapsar", 0.9),
    alone("rekneskapsar", 0.9),
    alone("rapportar", 0.9),
    alone("rapporteringsar", 0.9),
    alone("statistikkar", 0.9),
    alone("utbetalingsar", 0.9),
    alone("valgar", 0.9),
    alone("valar", 0.9),
    alone("tellear", 0.9),
    word("calendaryear", 0.95),
    word("fiscalyear", 0.9),
    word("reportingyear", 0.9),
    word("referenceyear", 0.9),
];

pub(super) const DATE: &[Term] =
    &[end("dato", 0.85), alone("dag", 0.4), word("date", 0.85), alone("datetime", 0.8), word("timestamp", 0.6)];

pub(super) const QUARTER: &[Term] = &[
    word("kvartal", 0.9),
    alone("kvartalnr", 0.9),
    alone("arkvartal", 0.9),
    alone("kv", 0.6),
    word("quarter", 0.85),
    alone("qtr", 0.8),
];

pub(super) const MONTH: &[Term] = &[
    word("maned", 0.9),
    word("manad", 0.9),
    word("manednr", 0.9),
    word("manednavn", 0.9),
    alone("mnd", 0.8),
    alone("mndnr", 0.8),
    alone("armaned", 0.9),
    word("month", 0.85),
    word("monthno", 0.9),
];

pub(super) const WEEK: &[Term] = &[
    word("uke", 0.85),
    word("ukenr", 0.95),
    word("ukenummer", 0.95),
    word("veke", 0.85),
    word("vekenr", 0.95),
    word("vekenummer", 0.95),
    word("week", 0.85),
    word("weekno", 0.95),
    word("weeknr", 0.95),
    word("weeknumber", 0.95),
    alone("isoweek", 0.95),
];

pub(super) const SCHOOL_YEAR: &[Term] = &[
    end("skolear", 0.95),
    end("skulear", 0.95),
    word("schoolyear", 0.95),
    word("academicyear", 0.95),
    end("studiear", 0.9),
    end("barnehagear", 0.9),
    alone("sesong", 0.5),
];

pub(super) const PERIOD: &[Term] = &[
    word("periode", 0.8),
    alone("perioder", 0.7),
    alone("tidsperiode", 0.9),
    alone("rapporteringsperiode", 0.9),
    alone("rapportperiode", 0.9),
    alone("regnskapsperiode", 0.9),
    alone("rekneskapsperiode", 0.9),
    alone("statistikkperiode", 0.9),
    alone("tid", 0.6),
    word("period", 0.8),
    word("timeperiod", 0.9),
];
