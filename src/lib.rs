//! songngu: a static site generator for bilingual explainers.
pub mod base;
pub mod config;
pub mod diag;
pub mod text;
pub mod view;
