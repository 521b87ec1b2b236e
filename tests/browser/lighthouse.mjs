// Lighthouse in its mobile setting: a slow phone on a slow line, simulated.
//
// The largest paint waits for the page alone, in which its style sheet stands: 600 ms on the simulated line (150 ms there
// and back: looking up the name, connecting, one request), and the phone's work. The simulation also counts every file
// that came before the paint, as all do from a server on the same machine, although nothing waits for them: 150 ms for
// the script. Another file, or a page of more than one round, does not fit below the bar of 900 ms.
//
// What else a machine does can only add time, four times over in the simulation. So time is judged by the best of some
// runs, and everything else by each of them; on a machine that Lighthouse itself finds slow time is not judged, and that
// is told. Blocking is judged for `quiet` and `all`, if an empty page has none in one of its runs: a browser takes some
// 20 ms to begin any page, which the simulation makes 80 and may count as 30 blocked.
import { createServer } from "node:http";
import { launch } from "./launch.mjs";
import lighthouse from "lighthouse";
import { Findings, pages, serve } from "./site.mjs";

const RUNS = 12;
const RUNS_EMPTY = 5;
/** By Lighthouse's own measure; a machine for which its simulation is meant has 1,500 and more. */
const SLOW = 800;
const EMPTY = '<!doctype html><html lang="en"><title>Empty</title><meta name="viewport" content="width=device-width"><p>Empty';
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

/** One run: the largest paint and the time blocked in whole milliseconds, and what else the report says. */
async function run(address) {
  const { lhr } = await lighthouse(address, { port: chrome.port, logLevel: "error" });
  const { categories, audits, environment } = lhr;
  const value = (id) => audits[id].numericValue;
  const [paint, blocked] = ["largest-contentful-paint", "total-blocking-time"].map((id) => Math.round(value(id)));
  return { categories, audits, paint, blocked, shift: value("cumulative-layout-shift"), machine: Math.round(environment.benchmarkIndex) };
}

/** What a category takes marks off for. */
function lost(category, audits) {
  const less = category.auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1);
  return less.map(({ id }) => `${id} ${JSON.stringify(audits[id].details?.items?.slice(0, 2) ?? audits[id].displayValue).slice(0, 300)}`).join(", ");
}

const tell = (path, { paint, blocked, shift, machine, categories }) =>
  console.log(`  ${path} LCP ${paint} ms, CLS ${shift.toFixed(3)}, TBT ${blocked} ms, machine ${machine}, ${Object.values(categories).map(({ score }) => Math.round(score * 100)).join("/")}`);

/** Whether this machine shows an empty page in some run without blocking. */
async function isFit() {
  const empty = createServer((_, response) => response.setHeader("Content-Type", "text/html; charset=utf-8").end(EMPTY));
  await new Promise((ready) => empty.listen(0, "127.0.0.1", ready));
  let least = Infinity;
  for (let count = 0; count < RUNS_EMPTY; count += 1) {
    const result = await run(`http://127.0.0.1:${empty.address().port}/`);
    tell("an empty page", result);
    least = Math.min(least, result.blocked);
  }
  empty.close();
  if (least > 0) console.log(`skipped: what is blocked, as ${least} ms are on an empty page at best`);
  return least === 0;
}

/** In milliseconds. */
const bars = { paint: 900, blocked: which !== "sample" && (await isFit()) ? 0 : Infinity };

for (const page of which === "all" ? all.filter(({ file }) => file !== "404.html") : main()) {
  findings.looked += 1;
  const best = { marks: 0, paint: Infinity, blocked: Infinity };
  let machine = 0;
  for (let count = 0; count < RUNS; count += 1) {
    const result = await run(server.origin + page.path);
    tell(page.path, result);
    const { performance, ...others } = result.categories;
    for (const category of Object.values(others)) if (category.score < 1) findings.add(page.path, `${category.title} ${Math.round(category.score * 100)}: ${lost(category, result.audits)}`);
    if (result.shift > 0) findings.add(page.path, `what has been shown moves: ${result.shift}`);
    machine = Math.max(machine, result.machine);
    best.marks = Math.max(best.marks, performance.score);
    for (const time of Object.keys(bars)) best[time] = Math.min(best[time], result[time]);
    if (best.marks === 1 && Object.keys(bars).every((time) => best[time] <= bars[time])) break;
  }
  if (machine < SLOW) {
    console.log(`skipped: the times of ${page.path}, as this machine is slow: ${machine}`);
    continue;
  }
  if (best.marks < 1) findings.add(page.path, `performance is ${Math.round(best.marks * 100)} at best`);
  if (best.paint > bars.paint) findings.add(page.path, `the largest paint is after ${best.paint} ms at best, above ${bars.paint}`);
  if (best.blocked > bars.blocked) findings.add(page.path, `${best.blocked} ms are blocked at best`);
}
await chrome.close();
await server.close();
findings.report();
