// axe-core over pages, light and dark, at 320 and 1280 px. Every rule for WCAG 2 A and AA and best practice; what
// axe cannot decide by itself ("incomplete") counts as a finding unless it is listed below with the reason.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { browser, Findings, media, pages, sample, serve } from "./site.mjs";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Undecided by axe and looked at by a person: rule, what its report says, and why it is right. */
const LOOKED_AT = [
  // A cell with a single letter or digit has the colours of every other cell, which axe has measured.
  ["color-contrast", "too short to determine"],
  // A cell of a table that scrolls sideways, of which this part is out of sight.
  ["color-contrast", /^in a table .*(obscured|overlaps)/s],
  // A word in a chart or drawing: axe measures no picture. tests/components.rs measures the colours instead.
  ["color-contrast", /<(text|tspan)[ >]/],
  // The box of a task: a picture by its role, in the colour of the text around it.
  ["color-contrast", 'class="task"'],
];
const isLookedAt = (rule, node) => LOOKED_AT.some(([known, part]) => known === rule && (part instanceof RegExp ? part.test(node) : node.includes(part)));

const [folder, which] = process.argv.slice(2);
const all = pages(folder);
const chosen = which === "all" ? all : sample(all);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const tab = await instance.newPage();
for (const page of chosen) {
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  await tab.evaluate(source);
  for (const [scheme, width] of [["light", 1280], ["dark", 1280], ["dark", 320], ["light", 320]]) {
    await tab.setViewport({ width, height: 900 });
    await tab.emulateMediaFeatures(media(scheme));
    const { violations, incomplete } = await tab.evaluate(() =>
      window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"],
        resultTypes: ["violations", "incomplete"],
        elementRef: true,
      }).then(({ violations, incomplete }) => {
        const short = ({ id, help, nodes }) => ({
          id, help, nodes: nodes.map((node) => `${node.element?.closest(".table") ? "in a table " : ""}${node.target.join(" ")} ${node.html.slice(0, 160)} ${node.any.concat(node.all, node.none).map((check) => check.message).join(" ").slice(0, 200)}`),
        });
        return { violations: violations.map(short), incomplete: incomplete.map(short) };
      }));
    const where = `${page.path} ${scheme} ${width}`;
    findings.looked += 1;
    for (const { id, help, nodes } of violations) findings.add(where, `${id}: ${help}: ${nodes.slice(0, 3).join(" | ")} (${nodes.length})`);
    for (const { id, help, nodes } of incomplete) {
      const open = nodes.filter((node) => !isLookedAt(id, node));
      if (open.length) findings.add(where, `undecided ${id}: ${help}: ${open.slice(0, 3).join(" | ")} (${open.length})`);
    }
  }
}
await close();
await server.close();
findings.report();
