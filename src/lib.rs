//! songngu: a static site generator for bilingual explainers.
pub mod base;
pub mod diag;
pub mod locale;
pub mod text;
pub mod view;
