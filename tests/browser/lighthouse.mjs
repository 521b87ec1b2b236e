// Lighthouse in its mobile setting: a slow phone on a slow line, simulated. A figure that misses its bar is measured
// again, three times at most, as the machine may be busy with something else.
//
// The bar for the largest paint: on the simulated line (150 ms there and back) looking up the name, connecting, the page
// and its style sheet take 750 ms; a page with a script needs another connection, which counts 150 ms more although
// nothing waits for it.
import { launch } from "./launch.mjs";
import lighthouse from "lighthouse";
import { Findings, pages, serve } from "./site.mjs";

const BARS = (page) => ({ lcp: /<script src/.test(page.text) ? 1000 : 850, cls: 0, tbt: 0 });
/** What Lighthouse's own measure of a machine says of a quiet one; a busy one is slowed down less, to simulate the same phone. */
const QUIET = 1500;
const [folder, which] = process.argv.slice(2);
const all = pages(folder);
const server = await serve(folder);
const findings = new Findings();

/** The main kinds: home, an article in each language, side by side, the glossary, a term. */
function main() {
  const first = (kind, of) => all.find((page) => page.kind === kind && page.folder === of);
  const longest = (kind, of) => all.filter((page) => page.kind === kind && (!of || page.folder === of)).sort((a, b) => b.text.length - a.text.length)[0];
  return [first("home", "vi"), longest("page", "vi"), longest("page", "en"), longest("side-by-side"), first("glossary", "vi"), first("term", "en")].filter(Boolean);
}

const chrome = await launch();
const chosen = which === "all" ? all.filter((page) => page.file !== "404.html") : main();
for (const page of chosen) {
  let missed = [];
  let slowdown = 4;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const result = await lighthouse(server.origin + page.path, { port: chrome.port, logLevel: "error", throttling: { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: slowdown } });
    slowdown = Math.max(1, Math.min(4, (4 * result.lhr.environment.benchmarkIndex) / QUIET));
    const { categories, audits } = result.lhr;
    missed = Object.values(categories).filter((category) => category.score < 1).map((category) => {
      const lost = category.auditRefs.filter((ref) => ref.weight > 0 && audits[ref.id].score !== null && audits[ref.id].score < 1).map((ref) => `${ref.id} ${JSON.stringify(audits[ref.id].details?.items?.slice(0, 2) ?? audits[ref.id].displayValue).slice(0, 300)}`);
      return `${category.title} ${Math.round(category.score * 100)}: ${lost.join(", ")}`;
    });
    const figures = { lcp: audits["largest-contentful-paint"].numericValue, cls: audits["cumulative-layout-shift"].numericValue, tbt: audits["total-blocking-time"].numericValue };
    for (const [name, bar] of Object.entries(BARS(page))) if (figures[name] > bar) missed.push(`${name} ${figures[name].toFixed(3)} is above ${bar}`);
    console.log(`  ${page.path} LCP ${Math.round(figures.lcp)} ms, CLS ${figures.cls.toFixed(3)}, TBT ${Math.round(figures.tbt)} ms, machine ${Math.round(result.lhr.environment.benchmarkIndex)}, ${Object.values(categories).map((category) => Math.round(category.score * 100)).join("/")}`);
    if (!missed.length) break;
  }
  findings.looked += 1;
  for (const what of missed) findings.add(page.path, what);
}
await chrome.close();
await server.close();
findings.report();
