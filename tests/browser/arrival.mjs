// A page that arrives in pieces, as from a slow or busy server: what has been shown stays where it is. Each page is cut
// off at many places, shown, and gone on with; what moves is told by the browser (Layout Instability), and what is above
// 0.005 is a finding: Lighthouse writes it as 0.01. A unit that wraps to a new line is below that.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { browser, Findings, pages } from "./site.mjs";

const MOST = 0.005;
/** How long the first piece is looked at, in milliseconds: a few frames. */
const PAUSE = 100;
const [folder] = process.argv.slice(2);
const all = pages(folder);
const longest = (kind, of) => all.filter((page) => page.kind === kind && page.folder === of).sort((a, b) => b.text.length - a.text.length)[0];
const chosen = [longest("home", "vi"), longest("page", "en"), longest("side-by-side", "vi-en")].filter(Boolean);

let pieces = [];
const server = createServer((request, response) => {
  if (!request.url.endsWith("/")) return void response.end(request.url.endsWith(".js") ? readFileSync(join(folder, request.url)) : "");
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.write(pieces[0]);
  setTimeout(() => response.end(pieces[1]), PAUSE);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const { instance, close } = await browser();
const findings = new Findings();
for (const page of chosen) {
  const body = page.text.indexOf("<body");
  const starts = [...page.text.matchAll(/<(?:p|div|dl|dt|dd|ul|li|nav|details|h\d|main|figure|table|tr|td|span|a|section)\b/g)].map(({ index }) => index).filter((index) => index > body);
  // Every place in the head of the page, which is always in sight, then some of those that follow.
  for (const at of starts.filter((_, number) => number < 20 || (number < 140 && number % 10 === 0))) {
    pieces = [page.text.slice(0, at), page.text.slice(at)];
    const tab = await instance.newPage();
    await tab.setViewport({ width: 412, height: 823 });
    await tab.evaluateOnNewDocument(() => {
      window.moved = [];
      const observer = new PerformanceObserver((list) => window.moved.push(...list.getEntries().map(({ value, sources }) => ({ value, what: sources.map(({ node }) => node?.className || node?.nodeName).join(", ") }))));
      observer.observe({ type: "layout-shift", buffered: true });
    });
    await tab.goto(`http://127.0.0.1:${server.address().port}${page.path}`, { waitUntil: "load" });
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30))));
    const moved = await tab.evaluate(() => window.moved);
    const sum = moved.reduce((total, { value }) => total + value, 0);
    findings.expect(sum <= MOST, page.path, `cut off before ${page.text.slice(at, at + 60)}: moves by ${sum.toFixed(4)}: ${moved.map(({ what }) => what).join("; ")}`);
    await tab.close();
  }
}
await close();
server.close();
findings.report();
