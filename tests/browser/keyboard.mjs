// The site by keyboard alone: every stop can be seen and left, a term opens in place and gives the focus back, the
// language switch keeps the section, the contents lead to their sections.
import { browser, Findings, pages, serve } from "./site.mjs";

const [folder] = process.argv.slice(2);
const all = pages(folder);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const tab = await instance.newPage();

/** What has the focus: its place in the page, its name, its outline. */
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    at: [...document.querySelectorAll("*")].indexOf(element),
    name: `${element.localName} ${element.className} ${(element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}`,
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
  };
};

/** Tab through the whole page: no stop twice, all in the order of the page, all visible and outlined. */
async function walk(page, width) {
  const where = `${page.path} at ${width} px`;
  await tab.setViewport({ width, height: 800 });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  const stops = [];
  for (let count = 0; count < 400; count += 1) {
    await tab.keyboard.press("Tab");
    const stop = await tab.evaluate(focused);
    if (!stop || stops.some((other) => other.at === stop.at)) break;
    findings.expect(stop.seen, where, `the focus is out of sight: ${stop.name}`);
    findings.expect(stop.outlined, where, `the focus cannot be seen: ${stop.name}`);
    findings.expect(!stops.length || stop.at > stops.at(-1).at, where, `the focus goes back: ${stop.name}`);
    stops.push(stop);
  }
  findings.expect(stops.length > 1 && stops.length < 400, where, `${stops.length} stops`);
  const expected = await tab.evaluate(() => [...document.querySelectorAll("a[href], button, summary, input:not([disabled])")].filter((element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getClientRects().length).length);
  findings.expect(stops.length >= expected, where, `${stops.length} of ${expected} things to press are reached`);
  return stops;
}

const one = (kind, of, holds = () => true) => all.find((page) => page.kind === kind && page.folder === of && holds(page.text));
const languages = [...new Set(all.filter((page) => page.kind === "page").map((page) => page.folder))];
for (const of of languages) {
  for (const page of [one("home", of), one("page", of, (text) => text.includes('class="term"')), one("glossary", of), one("term", of)])
    if (page) for (const width of [320, 1280]) await walk(page, width);
}
for (const page of [all.find((page) => page.kind === "side-by-side"), all.find((page) => page.kind === "chooser")]) if (page) await walk(page, 1280);

for (const of of languages) {
  const page = one("page", of, (text) => text.includes('class="term"') && text.includes('class="toc"'));
  if (!page) continue;
  const where = page.path;
  await tab.setViewport({ width: 1280, height: 800 });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });

  // The skip link is the first stop and leads into the main part.
  await tab.keyboard.press("Tab");
  await tab.keyboard.press("Enter");
  findings.expect(await tab.evaluate(() => location.hash === "#page--main"), where, "the first stop is not the skip link");
  await tab.keyboard.press("Tab");
  findings.expect(await tab.evaluate(() => Boolean(document.activeElement.closest("main"))), where, "after the skip link the focus is not in the main part");

  // A term: Enter opens it, the focus is inside, Tab reaches its link, Esc gives the focus back.
  await tab.evaluate(() => document.querySelector("a.term").focus());
  await tab.keyboard.press("Enter");
  const card = await tab.evaluate(() => {
    const open = document.querySelector(".term-card:popover-open");
    const box = open?.getBoundingClientRect();
    return open && {
      inside: open.contains(document.activeElement), named: open.getAttribute("aria-label"), role: open.getAttribute("role"), text: open.textContent.length,
      ids: [...document.querySelectorAll("[id]")].map((element) => element.id).filter((id, at, list) => list.indexOf(id) !== at),
      seen: box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight,
    };
  });
  findings.expect(card, where, "Enter on a term opens no card");
  if (card) {
    findings.expect(card.inside && card.role === "dialog" && card.named && card.text > 20, where, `the card is no dialog with a name and the focus: ${JSON.stringify(card)}`);
    findings.expect(card.seen, where, "the card does not fit into the window");
    findings.expect(!card.ids.length, where, `ids that are there twice: ${card.ids}`);
    await tab.keyboard.press("Tab");
    findings.expect(await tab.evaluate(() => Boolean(document.activeElement.closest(".term-card"))), where, "Tab does not reach the card's link");
    await tab.keyboard.press("Escape");
    await tab.waitForFunction(() => !document.querySelector(".term-card"), { timeout: 2000 }).catch(() => {});
    findings.expect(await tab.evaluate(() => !document.querySelector(".term-card") && document.activeElement.matches("a.term")), where, "Esc does not close the card and give the focus back");
  }

  // The contents lead to the sections and say where the reader is.
  const target = await tab.evaluate(() => {
    const link = [...document.querySelectorAll(".toc a")].at(-1);
    link.closest("details").open = true;
    link.focus();
    return link.hash;
  });
  await tab.keyboard.press("Enter");
  await tab.waitForFunction((hash) => location.hash === hash, {}, target);
  findings.expect(await tab.evaluate((hash) => {
    const box = document.getElementById(decodeURIComponent(hash.slice(1))).getBoundingClientRect();
    return box.top >= -2 && box.bottom <= innerHeight;
  }, target), where, "the last entry of the contents does not lead to its section");

  // The language switch keeps the place, to the block: the same address in each language and side by side.
  const links = await tab.$$eval(".languages a:not([aria-current])", (list) => list.map((link) => link.getAttribute("href")));
  const PLACES = [".text h2[id]", ".text > :not(h2, h3, .linked)[id]"];
  for (const href of links) for (const places of PLACES) {
    await tab.goto(server.origin + page.path, { waitUntil: "load" });
    const before = await tab.evaluate((places) => {
      const all = [...document.querySelectorAll(places)];
      const place = all[Math.floor(all.length / 2)];
      place.scrollIntoView({ behavior: "instant" });
      return place.id;
    }, places);
    await tab.evaluate((to) => [...document.querySelectorAll(".languages a")].find((link) => link.getAttribute("href").split("#")[0] === to).focus({ preventScroll: true }), href);
    await Promise.all([tab.waitForNavigation(), tab.keyboard.press("Enter")]);
    const after = await tab.evaluate((before) => {
      const box = document.getElementById(before)?.getBoundingClientRect();
      return { hash: location.hash, top: box?.top ?? -1, height: innerHeight };
    }, before);
    findings.expect(after.top > -5 && after.top < after.height / 2, where, `switching to ${href} does not keep the place \`${before}\`: ${JSON.stringify(after)}`);
  }
}
await close();
await server.close();
findings.report();
