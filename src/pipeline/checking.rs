//! What the rules say of a site, page by page, and what an earlier run has found already.
//!
//! Enters: a resolved site, and what was found in one that differs from it by texts alone. Leaves: [`Checked`]. Never here:
//! a rule, the severity of a diagnostic.

use std::sync::Arc;

use crate::check::{self, Findings, Offer, Totals};
use crate::diag::Diagnostic;
use crate::resolve::{Page, Site};

/// What the rules have found in a site. Cheap to clone.
#[derive(Clone)]
pub(super) struct Checked {
    site: Arc<Site>,
    /// In the order of pages.
    of_pages: Arc<Vec<Arc<Findings>>>,
    totals: Arc<Totals>,
    /// What depends on no page's text.
    of_site: Arc<Vec<Diagnostic>>,
    /// What depends on the totals.
    of_totals: Arc<Vec<Diagnostic>>,
}

impl Checked {
    /// All that was found, in no order.
    pub(super) fn diagnostics(&self) -> impl Iterator<Item = Diagnostic> {
        let of_pages = self.of_pages.iter().flat_map(|found| &found.diagnostics);
        of_pages.chain(&*self.of_site).chain(&*self.of_totals).cloned()
    }
}

/// Runs the rules. Where `before` was found in a site that differs by texts alone, they run over the pages that differ, and
/// the sums over all pages are carried on.
pub(super) fn check(site: &Arc<Site>, before: Option<Checked>, offer: Option<Offer<'_>>) -> Checked {
    let Some(before) = before.filter(|before| before.site.pages.len() == site.pages.len()) else {
        let pages: Vec<&Page> = site.pages.values().map(|page| &**page).collect();
        let of_pages = check::pages(site, &pages, offer);
        let totals = Totals::of(of_pages.iter().map(|found| &found.tally));
        return Checked {
            site: site.clone(),
            of_totals: Arc::new(check::totals(site, &totals)),
            of_site: Arc::new(check::site(site)),
            of_pages: Arc::new(of_pages),
            totals: Arc::new(totals),
        };
    };
    let both = before.site.pages.values().zip(site.pages.values());
    let changed: Vec<(usize, &Page)> = both
        .enumerate()
        .filter(|(_, (old, new))| !Arc::ptr_eq(old, new))
        .map(|(at, (_, page))| (at, &**page))
        .collect();
    let Checked { site: _, mut of_pages, mut totals, of_site, mut of_totals } = before;
    if !changed.is_empty() {
        let pages: Vec<&Page> = changed.iter().map(|(_, page)| *page).collect();
        let (found, sums) = (Arc::make_mut(&mut of_pages), Arc::make_mut(&mut totals));
        for ((at, _), new) in changed.iter().zip(check::pages(site, &pages, offer)) {
            sums.take_out(&found[*at].tally);
            sums.add(&new.tally);
            found[*at] = new;
        }
        of_totals = Arc::new(check::totals(site, sums));
    }
    Checked { site: site.clone(), of_pages, totals, of_site, of_totals }
}
