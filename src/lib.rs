//! songngu: a static site generator for bilingual explainers.
pub mod base;
pub mod diag;
pub mod disk;
pub mod plan;
pub mod view;
