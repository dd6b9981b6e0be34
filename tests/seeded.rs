//! Seeded numbers, and the identifiers made of them: the same in every run.
