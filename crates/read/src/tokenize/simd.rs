//! The one place with instructions of its own: [`super::classify::plain`] with AVX2.
//!
//! Safety rests on two facts: the loads read 64 bytes from a reference to 64 bytes, and the function is only called
//! from code that was compiled for AVX2 and reached after `is_x86_feature_detected!("avx2")`.
#![allow(unsafe_code)]

use super::Grammar;
use super::classify::Masks;
use std::arch::x86_64::{
    __m256i, _mm256_and_si256, _mm256_andnot_si256, _mm256_cmpeq_epi8, _mm256_loadu_si256, _mm256_max_epu8,
    _mm256_min_epu8, _mm256_movemask_epi8, _mm256_or_si256, _mm256_set1_epi8, _mm256_sub_epi8,
};

/// One bit for each byte of both halves.
#[inline]
#[target_feature(enable = "avx2")]
fn bits(halves: [__m256i; 2]) -> u64 {
    let low = _mm256_movemask_epi8(halves[0]).cast_unsigned();
    let high = _mm256_movemask_epi8(halves[1]).cast_unsigned();
    u64::from(low) | (u64::from(high) << 32)
}

#[inline]
#[target_feature(enable = "avx2")]
fn splat(byte: u8) -> __m256i {
    _mm256_set1_epi8(byte.cast_signed())
}

#[inline]
#[target_feature(enable = "avx2")]
fn equal(v: __m256i, byte: u8) -> __m256i {
    _mm256_cmpeq_epi8(v, splat(byte))
}

/// Bytes at most `most`, unsigned.
#[inline]
#[target_feature(enable = "avx2")]
fn at_most(v: __m256i, most: u8) -> __m256i {
    _mm256_cmpeq_epi8(_mm256_min_epu8(v, splat(most)), v)
}

/// Bytes at least `least`, unsigned.
#[inline]
#[target_feature(enable = "avx2")]
fn at_least(v: __m256i, least: u8) -> __m256i {
    _mm256_cmpeq_epi8(_mm256_max_epu8(v, splat(least)), v)
}

#[inline]
#[target_feature(enable = "avx2")]
fn or(a: __m256i, b: __m256i) -> __m256i {
    _mm256_or_si256(a, b)
}

/// Bytes that are marks by themselves; see [`munilint_model::Batch::marks`].
#[inline]
#[target_feature(enable = "avx2")]
fn marks<const UTF8: bool>(v: __m256i, breaks: __m256i) -> __m256i {
    let control = _mm256_andnot_si256(or(breaks, equal(v, b'\t')), at_most(v, 0x1F));
    let plain = or(or(control, equal(v, 0x7F)), equal(v, b'@'));
    if UTF8 {
        or(plain, _mm256_andnot_si256(equal(v, 0xC3), at_least(v, 0xC0)))
    } else {
        or(plain, or(equal(v, 0xA0), or(equal(v, 0xAD), equal(v, 0xC3))))
    }
}

/// As [`super::classify::plain`].
#[inline]
#[target_feature(enable = "avx2")]
pub(super) fn classify<const UTF8: bool>(block: &[u8; 64], grammar: Grammar) -> Masks {
    let start = block.as_ptr();
    // SAFETY: `block` is 64 readable bytes; the loads take the first and the last 32 of them and need no alignment.
    let v = unsafe { [_mm256_loadu_si256(start.cast()), _mm256_loadu_si256(start.add(32).cast())] };
    let newline = [equal(v[0], b'\n'), equal(v[1], b'\n')];
    let carriage = [equal(v[0], b'\r'), equal(v[1], b'\r')];
    let digit = v.map(|v| at_most(_mm256_sub_epi8(v, splat(b'0')), 9));
    let mut joint = v.map(|v| or(equal(v, b' '), or(equal(v, b'-'), equal(v, b'.'))));
    let mut masks = Masks::default();
    if UTF8 {
        masks.lead = bits(v.map(|v| equal(v, 0xC3)));
        // 0x82 and 0x83 differ in their lowest bit alone.
        masks.pair = bits(v.map(|v| equal(_mm256_and_si256(v, splat(0xFE)), 0x82)));
    } else {
        joint = [or(joint[0], equal(v[0], 0xA0)), or(joint[1], equal(v[1], 0xA0))];
    }
    let breaks = [or(newline[0], carriage[0]), or(newline[1], carriage[1])];
    masks.mark = bits([marks::<UTF8>(v[0], breaks[0]), marks::<UTF8>(v[1], breaks[1])]);
    masks.delimiter = bits(v.map(|v| equal(v, grammar.delimiter)));
    masks.newline = bits(newline);
    masks.carriage = bits(carriage);
    masks.quote = grammar.quote.map_or(0, |quote| bits(v.map(|v| equal(v, quote))));
    masks.digit = bits(digit);
    masks.joint = bits(joint);
    masks.high = bits(v);
    masks
}

/// Runs a loop that was compiled for AVX2, when the processor has it; `None` otherwise.
pub(super) fn with_avx2(run: super::blocks::Run<'_>) -> Option<()> {
    if !std::arch::is_x86_feature_detected!("avx2") || !std::arch::is_x86_feature_detected!("bmi1") {
        return None;
    }
    // SAFETY: the processor was just asked whether it has these instructions.
    unsafe { if run.grammar.utf8 { loop_avx2::<true>(run) } else { loop_avx2::<false>(run) } }
    Some(())
}

#[target_feature(enable = "avx2,bmi1,bmi2,lzcnt,popcnt")]
fn loop_avx2<const UTF8: bool>(run: super::blocks::Run<'_>) {
    run.through(|block, grammar| classify::<UTF8>(block, grammar));
}
