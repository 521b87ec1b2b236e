// The development server as an author meets it: a page is saved and followed in the place at which it was read, a style
// sheet is exchanged without loading, a mistake is shown over the page and goes when it is mended.
// `serve.mjs PROGRAM`: the program to start. Nothing is waited for by time, only for what is to come.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { browser, Findings } from "./site.mjs";

const [program] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const findings = new Findings();
const root = mkdtempSync(join(tmpdir(), "songngu-serve-"));
const put = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const paragraphs = (lang, count) =>
  Array.from({ length: count }, (_, at) => `${lang === "vi" ? "Đoạn" : "Paragraph"} ${at}. ${"chữ ".repeat(60)}`).join("\n\n");
const page = (title, text) => `---\ntitle: ${title}\n---\n${text}\n`;
put("site.yaml", "title: {vi: Nhỏ, en: Small}\nbase_url: https://example.org/\nlanguages: [vi, en]\nside_by_side: true\nlevels: {twin-missing: off}\n");
for (const lang of ["vi", "en"]) {
  put(`content/index.${lang}.md`, page("Nhà", "."));
  put(`content/long.${lang}.md`, page("Dài", paragraphs(lang, 60)));
  put(`content/other.${lang}.md`, page("Khác", "."));
}
put("content/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>');
put("content/shown.vi.md", page("Hình", "![Hình](picture.svg)"));

const server = spawn(program, ["serve", "--port", "0", "--root", root], { stdio: ["ignore", "pipe", "ignore"] });
const [origin] = await new Promise((found) => createInterface(server.stdout).once("line", (line) => found([line.replace(/\/$/, "")])));
const { instance, close } = await browser();

/** A tab that keeps what the browser complains of. */
async function open(path) {
  const tab = await instance.newPage();
  tab.on("console", (message) => {
    const isIcon = message.location().url?.endsWith("/favicon.ico");
    if (message.type() === "error" && !isIcon && !tab.isAudited) findings.add(path, `the browser complains: ${message.text()}`);
  });
  tab.on("pageerror", (error) => findings.add(path, `a script fails: ${error.message}`));
  await tab.setViewport({ width: 1000, height: 700 });
  await tab.goto(origin + path, { waitUntil: "load" });
  await tab.evaluate(() => (window.mark = "never loaded again"));
  return tab;
}

const marked = (tab) => tab.evaluate(() => window.mark === "never loaded again");
/** Waits until the tab was loaded again and shows a text. */
const shows = (tab, text) => tab.waitForFunction((text) => window.mark === undefined && document.readyState === "complete" && document.body.textContent.includes(text), {}, text);
/** Where a paragraph stands in the window. */
const topOf = (tab, start) => tab.evaluate((start) => [...document.querySelectorAll("p")].find((p) => p.textContent.startsWith(start)).getBoundingClientRect().top, start);
/** Waits until the server has told this page of the next state that leaves it as it is. */
const kept = (tab, act) => tab.evaluate(() => {
  window.told = new Promise((told) => {
    const query = `path=${encodeURIComponent(location.pathname)}&digest=${document.querySelector("[data-digest]").dataset.digest}`;
    const source = new EventSource(`/_songngu/changes?${query}`);
    let count = 0;
    source.addEventListener("kept", () => {
      count += 1;
      if (count === 2) {
        source.close();
        told();
      }
    });
    source.addEventListener("open", () => (window.listens = true));
  });
}).then(() => tab.waitForFunction(() => window.listens)).then(act).then(() => tab.evaluate(() => window.told));

/** Saves a page and waits until it is served: a tab that is opened then is not loaded again on account of it. */
async function saved(file, text, path, isServed) {
  put(file, text);
  while (!isServed(await (await fetch(origin + path)).text())) await new Promise((again) => setTimeout(again, 20));
}

async function place() {
  for (const path of ["/vi/long/", "/vi-en/long/"]) {
    await saved("content/long.vi.md", page("Dài", paragraphs("vi", 60)), path, (html) => !html.includes("Một đoạn mới"));
    const tab = await open(path);
    await tab.evaluate(() => [...document.querySelectorAll("p")].find((p) => p.textContent.startsWith("Đoạn 30.")).scrollIntoView());
    await tab.evaluate(() => scrollBy(0, -37));
    const [before, y] = [await topOf(tab, "Đoạn 30."), await tab.evaluate(() => scrollY)];
    const start = performance.now();
    put("content/long.vi.md", page("Dài", `Một đoạn mới ${path}. ${"chữ ".repeat(300)}\n\n${paragraphs("vi", 60)}`));
    await shows(tab, `Một đoạn mới ${path}`);
    console.log(`${path}: from saving to a loaded page ${(performance.now() - start).toFixed(0)} ms`);
    const after = await topOf(tab, "Đoạn 30.");
    findings.expect(Math.abs(after - before) < 3, path, `the paragraph stood at ${before} px, now it stands at ${after} px`);
    findings.expect((await tab.evaluate(() => scrollY)) !== y, path, "the text above it has not grown: this shows nothing");
    // The paragraph itself: what stands around it keeps its place.
    const [next, others] = [await topOf(tab, "Đoạn 31."), paragraphs("vi", 60)];
    await tab.evaluate(() => (window.mark = "never loaded again"));
    put("content/long.vi.md", page("Dài", `Một đoạn mới ${path}. ${"chữ ".repeat(300)}\n\n${others.replace("Đoạn 31. ", "Đoạn 31. Sửa. ")}`));
    await shows(tab, "Đoạn 31. Sửa.");
    findings.expect(Math.abs((await topOf(tab, "Đoạn 31.")) - next) < 3, path, "the paragraph that was changed has moved");
    await tab.close();
  }
}

async function styles() {
  const tab = await open("/vi/long/");
  await tab.evaluate(() => scrollTo({ top: 900, behavior: "instant" }));
  put("templates/assets/site.css", "body { background: rgb(1, 2, 3); } p { margin: 1em; }");
  await tab.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(1, 2, 3)");
  findings.expect(await marked(tab), "style sheet", "the page was loaded again");
  const y = await tab.evaluate(() => scrollY);
  put("templates/assets/site.css", "@media (min-width: 1px) { body { background: rgb(4, 5, 6); } } p { margin: 1em; }");
  await tab.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(4, 5, 6)");
  findings.expect(await marked(tab), "style sheet", "the page was loaded again");
  findings.expect(y > 0 && (await tab.evaluate(() => scrollY)) === y, "style sheet", "the reader has lost the place");
  const sheets = () => tab.evaluate(() => [document.querySelectorAll("style").length, document.querySelectorAll('link[rel="stylesheet"]').length].join());
  findings.expect((await sheets()) === "1,0", "style sheet", `in the page and linked: ${await sheets()}`);
  // A sheet that names another file cannot stand in the page, which is another one with a link, then.
  const linked = (colour) => `body { background: ${colour} url("../picture.svg"); } p { margin: 1em; }`;
  put("templates/assets/site.css", linked("rgb(7, 8, 9)"));
  await tab.waitForFunction(() => window.mark === undefined && getComputedStyle(document.body).backgroundColor === "rgb(7, 8, 9)");
  await tab.evaluate(() => (window.mark = "never loaded again"));
  put("templates/assets/site.css", linked("rgb(10, 11, 12)"));
  await tab.waitForFunction(() => getComputedStyle(document.body).backgroundColor === "rgb(10, 11, 12)");
  await tab.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 1);
  findings.expect(await marked(tab), "linked style sheet", "the page was loaded again");
  findings.expect((await sheets()) === "0,1", "linked style sheet", `in the page and linked: ${await sheets()}`);
  put("templates/assets/site.css", "body { background: rgb(4, 5, 6); } p { margin: 1em; }");
  await tab.waitForFunction(() => window.mark === undefined && getComputedStyle(document.body).backgroundColor === "rgb(4, 5, 6)");
  await tab.evaluate(() => (window.mark = "never loaded again"));
  rmSync(join(root, "templates"), { recursive: true });
  await tab.waitForFunction(() => getComputedStyle(document.body).backgroundColor !== "rgb(4, 5, 6)");
  findings.expect(await marked(tab), "style sheet", "the page was loaded again");
  await tab.close();
  const shown = await open("/vi/shown/");
  put("content/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="77" height="10"/>');
  await shown.waitForFunction(() => document.querySelector("main img").naturalWidth === 77);
  findings.expect(await marked(shown), "picture", "the page was loaded again");
  await shown.close();
}

/** A page that is opened weighs what it weighs on a host, and nothing is asked for twice. */
async function light() {
  const tab = await open("/en/long/");
  await tab.evaluate(() => new Promise((told) => {
    const { digest, generation } = document.querySelector("[data-digest]").dataset;
    const source = new EventSource(`/_songngu/changes?path=${encodeURIComponent(location.pathname)}&digest=${digest}`);
    source.addEventListener("kept", ({ data }) => (window.isSame = JSON.parse(data).generation === Number(generation)));
    source.addEventListener("styles", () => (source.close(), setTimeout(told, 500)));
  }));
  const { page, fetched, isSame } = await tab.evaluate(() => ({
    page: performance.getEntriesByType("navigation")[0].toJSON(),
    fetched: performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType === "fetch").map(({ name }) => name),
    isSame: window.isSame,
  }));
  findings.expect(page.encodedBodySize < page.decodedBodySize / 2, "/en/long/", `${page.encodedBodySize} bytes of ${page.decodedBodySize} came: not compressed`);
  findings.expect(isSame && fetched.length === 0, "/en/long/", `asked for again: ${fetched}`);
  await tab.close();
}

async function others() {
  const tab = await open("/en/long/");
  await kept(tab, () => put("content/other.vi.md", page("Khác", "Sửa.")));
  findings.expect(await marked(tab), "a page that has not changed", "it was loaded again");
  await tab.close();
}

async function mistakes() {
  const bad = page("Khác", "[x](khong-co.md)\n\n<script>window.mark = 'run'</script>");
  for (const [path, words] of [["/vi/other/", "Trang chưa cập nhật được: 2 lỗi"], ["/en/other/", "This page is not up to date: 2 errors"]]) {
    await saved("content/other.vi.md", page("Khác", "Tốt."), "/vi/other/", (html) => html.includes("Tốt."));
    const tab = await open(path);
    put("content/other.vi.md", bad);
    const overlay = await tab.waitForSelector("songngu-overlay >>> .panel", { visible: true });
    const text = await overlay.evaluate((panel) => panel.textContent);
    for (const part of [words, "error[link-broken]", "content/other.vi.md:4:5", "hint:", "<script>"]) {
      findings.expect(text.includes(part), path, `the overlay does not say ${part}: ${text}`);
    }
    const scripts = await overlay.evaluate((panel) => panel.querySelectorAll("script").length);
    findings.expect(scripts === 0 && (await marked(tab)), path, "what is wrong was not shown as text");
    // What axe does to the page is against the page's policy.
    tab.isAudited = true;
    await tab.evaluate(axe);
    const { violations } = await tab.evaluate(() => window.axe.run("songngu-overlay", { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] }));
    findings.expect(violations.length === 0, path, `axe: ${JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]))}`);
    await (await tab.$("songngu-overlay >>> .close")).focus();
    await tab.keyboard.press("Escape");
    const again = await tab.waitForSelector("songngu-overlay >>> .again", { visible: true });
    findings.expect(!(await overlay.isVisible()), path, "Escape does not close it");
    await again.click();
    findings.expect(await overlay.isVisible(), path, "the button does not open it");
    // A page that is opened now shows it, too.
    const other = await open("/vi/long/");
    await other.waitForSelector("songngu-overlay >>> .panel", { visible: true });
    put("content/other.vi.md", page("Khác", "Tốt."));
    await other.waitForFunction(() => document.querySelector("songngu-overlay") === null);
    findings.expect(await marked(other), path, "a page that has not changed was loaded again");
    await tab.bringToFront();
    await tab.waitForFunction(() => document.querySelector("songngu-overlay") === null);
    await other.close();
    await tab.close();
  }
}

try {
  for (const audit of [light, place, styles, others, mistakes]) {
    await audit().catch((error) => findings.add(audit.name, error.stack));
  }
} finally {
  await close();
  server.kill();
  rmSync(root, { recursive: true, force: true });
}
findings.report();
