//! songngu: a static site generator for bilingual explainers.
pub mod base;
pub mod check;
pub mod cli;
pub mod config;
pub mod diag;
pub mod disk;
pub mod glossary;
pub mod locale;
pub mod memo;
pub mod parse;
pub mod pipeline;
pub mod plan;
pub mod render;
pub mod resolve;
pub mod text;
pub mod translation;
pub mod view;
