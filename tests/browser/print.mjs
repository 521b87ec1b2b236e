// Pages on paper: printed to PDF and read back. The text is whole, terms come with their definitions, sources with
// their addresses, what is folded away is open, and what only a screen needs is left out.
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { browser, Findings, media, pages, serve } from "./site.mjs";

const [folder] = process.argv.slice(2);
const all = pages(folder);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const tab = await instance.newPage();

/** Letters and digits only: neither where a printed line breaks matters, nor that style makes a first letter great. */
const letters = (text) => text.normalize("NFC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Whether a text is printed: in one piece, or in two, before and after the end of a sheet. */
function has(printed, text) {
  let [least, most] = [0, text.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (printed.includes(text.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  return least === text.length || (least > 0 && printed.includes(text.slice(least)));
}

async function printed() {
  const data = await tab.pdf({ format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
  const task = getDocument({ data: new Uint8Array(data), isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  let text = "";
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    text += items.map((item) => item.str).join("");
  }
  const count = pdf.numPages;
  await task.destroy();
  return { text: letters(text), count };
}

const isPrinted = (page) => ["page", "home", "term", "glossary", "section"].includes(page.kind) || page.kind === "side-by-side";
const seen = new Map();
for (const page of all.filter(isPrinted)) {
  const key = `${page.kind} ${page.folder}`;
  seen.set(key, (seen.get(key) ?? 0) + 1);
  if (seen.get(key) > 4) continue;
  await tab.emulateMediaFeatures(media("dark"));
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  const expected = await tab.evaluate(() => {
    // The innermost blocks: the numbers of a list within a list would stand in the outer one's printed text. What leads
    // about the page, such as a row of letters, is for screens. Letters from right to left come out of a PDF in the order
    // in which they are drawn.
    const blocks = "p, li, td, th, dt, dd, pre, blockquote, ol, ul, dl, table";
    const texts = (selector) => [...document.querySelectorAll(selector)].filter((element) => !element.querySelector(blocks) && !element.closest("figure, nav"))
      .map((element) => {
        const copy = element.cloneNode(true);
        for (const back of copy.querySelectorAll(".footnote-back, .term-back")) back.remove();
        return copy.textContent;
      }).filter((text) => !/\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text));
    return {
      paragraphs: texts("main h1, main h2, .text p, .text li, .text td, .text th, .text dt, .text figcaption").filter((text) => text.trim()),
      definitions: [...document.querySelectorAll(".page-terms dd")].map((entry) => entry.firstChild.textContent).filter((text) => text.trim().length > 8),
      addresses: [...document.querySelectorAll(".sources cite a[href^=http]")].map((link) => link.href),
      screenOnly: [...document.querySelectorAll(".skip")].map((link) => link.textContent),
    };
  });
  const { text, count } = await printed();
  const where = `${page.path} on ${count} sheets`;
  for (const paragraph of expected.paragraphs) findings.expect(has(text, letters(paragraph)), where, `missing: ${paragraph.trim().slice(0, 60)}`);
  for (const definition of expected.definitions) findings.expect(has(text, letters(definition)), where, `missing definition: ${definition.slice(0, 60)}`);
  for (const address of expected.addresses) findings.expect(text.includes(letters(decodeURI(address))) || text.includes(letters(address)), where, `missing address: ${address}`);
  const [first] = expected.screenOnly;
  findings.expect(!first || !text.startsWith(letters(first)), where, "the skip link is printed");
  findings.expect(page.kind !== "page" || expected.definitions.length > 0 || !page.text.includes('class="term"'), where, "terms without definitions");
}
await tab.emulateMediaFeatures(media("dark"));
await tab.emulateMediaType("print");
for (const page of all.filter(isPrinted).slice(0, 8)) {
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  const colours = await tab.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]);
  findings.expect(/255, 255, 255|, 0\)/.test(colours[0]) && colours[1] === "rgb(0, 0, 0)", page.path, `not black on white on paper: ${colours}`);
}
await close();
await server.close();
findings.report();
