//! A site that was read, resolved and checked for a command that shows or changes a part of it.
//!
//! Enters: the arguments that every command understands. Leaves: the site, or what is wrong with it. Never here: what a
//! command does with it.

use std::path::PathBuf;
use std::sync::Arc;

use super::args::Global;
use super::report::Reporter;
use super::{Status, site_root};
use crate::base::{Snapshot, SourcePath};
use crate::diag::{Code, Diagnostic};
use crate::disk::{self, DiskError};
use crate::pipeline::{self, Memo, Prepared, Request};
use crate::resolve::Site;

/// A site that was read.
pub(super) struct SiteRun {
    /// The site's folder; empty if there is no site.
    pub(super) root: PathBuf,
    /// Its sources.
    pub(super) snapshot: Snapshot,
    /// `None` if there is no site.
    pub(super) prepared: Option<Prepared>,
    /// What is wrong with it.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl SiteRun {
    pub(super) fn new(global: &Global, drafts: bool) -> Result<SiteRun, DiskError> {
        let root = match site_root(global) {
            Ok(root) => root,
            Err(diagnostic) => {
                return Ok(SiteRun {
                    root: PathBuf::new(),
                    snapshot: Snapshot::default(),
                    prepared: None,
                    diagnostics: vec![*diagnostic],
                });
            }
        };
        let request = Request { today: disk::today()?, drafts, base_url: None };
        let (snapshot, problems) = disk::snapshot(&root)?;
        let mut prepared = pipeline::prepare(&snapshot, problems, &request, &Memo::nothing());
        let diagnostics = std::mem::take(&mut prepared.diagnostics);
        Ok(SiteRun { root, snapshot, prepared: Some(prepared), diagnostics })
    }

    /// The site; `None` if it has errors, because then a part of it may be missing.
    pub(super) fn usable(&self) -> Option<(&Prepared, &Site)> {
        let prepared = self.prepared.as_ref().filter(|_| !self.diagnostics.iter().any(Diagnostic::is_error))?;
        Some((prepared, prepared.site()?))
    }

    /// The site, with or without errors.
    pub(super) fn site(&self) -> Option<&Site> {
        self.prepared.as_ref().and_then(Prepared::site)
    }

    /// What is wrong with the files of agreements.
    pub(super) fn agreement_problems(&self) -> Vec<Diagnostic> {
        let is_one = |diagnostic: &&Diagnostic| {
            matches!(diagnostic.code, Code::AgreementInvalid | Code::AgreementVersion | Code::AgreementStray)
        };
        self.diagnostics.iter().filter(is_one).cloned().collect()
    }

    pub(super) fn text_of(&self, path: &SourcePath) -> Option<Arc<str>> {
        let built_in = || self.prepared.as_ref().and_then(|prepared| prepared.template(path));
        self.snapshot.text(path).cloned().or_else(built_in)
    }

    /// Prints what is wrong. Warnings are for `check`: they do not touch what was asked for here.
    pub(super) fn refuse(&self, reporter: &Reporter) -> Status {
        let errors: Vec<Diagnostic> = self.diagnostics.iter().filter(|one| one.is_error()).cloned().collect();
        reporter.diagnostics(&errors, &|path| self.text_of(path));
        self.failed()
    }

    pub(super) fn failed(&self) -> Status {
        if self.prepared.is_none() { Status::Failed } else { Status::SiteHasErrors }
    }
}
