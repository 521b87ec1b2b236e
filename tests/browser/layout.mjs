// What a page looks like under strain, measured in the browser: narrow screens, enlarged text, other spacing, no
// script, forced colours, no motion. WCAG 2.2: 1.4.4, 1.4.10, 1.4.12, 2.3.3, 2.5.8.
import { browser, Findings, media, pages, sample, serve } from "./site.mjs";

const [folder, which] = process.argv.slice(2);
const all = pages(folder);
const chosen = which === "all" ? all : sample(all);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const tab = await instance.newPage();
const errors = [];
tab.on("console", (message) => message.type() === "error" && !/status of 404/.test(message.text()) && errors.push(message.text()));
tab.on("pageerror", (error) => errors.push(String(error)));

/** How far the page is wider than the window, and texts that stick out of a box that hides what does not fit. */
const overflow = () => {
  const wide = document.documentElement.scrollWidth - innerWidth;
  const outside = [...document.querySelectorAll("body *")].filter((element) => {
    if (element.closest(".table, .scrolls, pre, svg, .skip, .visually-hidden")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
  });
  const cut = [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    if (!/hidden|clip/.test(style.overflowX + style.overflowY) || style.clipPath !== "none" || element.closest("svg")) return false;
    return element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
  });
  const name = (element) => `<${element.localName} class="${element.className}"> ${element.textContent.trim().slice(0, 40)}`;
  return { wide, outside: outside.slice(0, 2).map(name), cut: cut.slice(0, 2).map(name) };
};

async function expectFits(page, state) {
  const { wide, outside, cut } = await tab.evaluate(overflow);
  findings.expect(wide <= 0 && !outside.length, `${page.path} ${state}`, `wider than the window by ${wide} px: ${outside.join(" | ")}`);
  findings.expect(!cut.length, `${page.path} ${state}`, `text is cut off: ${cut.join(" | ")}`);
}

/** Things to press that are smaller than 24 px and not part of a line of text (WCAG 2.5.8 with its exceptions). */
const small = () => {
  const inLine = (element) => element.closest("p, dd, dt, li, td, th, figcaption, h1, h2, h3") && element.matches("main .text *, main .page-foot p *, .notice *, .note *, .sources *, .page-terms *, .cite *");
  const targets = [...document.querySelectorAll("a[href], button, summary, input")];
  return targets.filter((element) => {
    const box = element.getBoundingClientRect();
    if (!box.width || element.closest(".skip") || element.checkVisibility?.({ contentVisibilityAuto: true }) === false) return false;
    return !inLine(element) && (box.height < 23.9 || box.width < 23.9);
  }).slice(0, 3).map((element) => `${element.className} ${element.textContent.trim().slice(0, 30)} ${JSON.stringify(element.getBoundingClientRect())}`);
};

for (const page of chosen) {
  errors.length = 0;
  await tab.setViewport({ width: 320, height: 800 });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  await expectFits(page, "at 320 px");
  findings.expect(!(await tab.evaluate(small)).length, `${page.path} at 320 px`, `smaller than 24 px: ${(await tab.evaluate(small)).join(" | ")}`);
  // 200 % of a window of 1280 px leaves 640 px to the page, 400 % leaves the 320 px above.
  await tab.setViewport({ width: 640, height: 450, deviceScaleFactor: 2 });
  await expectFits(page, "at 200 %");
  await tab.setViewport({ width: 768, height: 900 });
  await expectFits(page, "at 768 px");
  await tab.setViewport({ width: 1280, height: 900 });
  await expectFits(page, "at 1280 px");
  findings.expect(!(await tab.evaluate(small)).length, `${page.path} at 1280 px`, `smaller than 24 px: ${(await tab.evaluate(small)).join(" | ")}`);
  for (const width of [320, 1280]) {
    await tab.setViewport({ width, height: 800 });
    await tab.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    await expectFits(page, `with wider spacing at ${width} px`);
    await tab.evaluate(() => { document.adoptedStyleSheets = []; });
  }
  // Fonts twice as large in the browser's settings.
  await tab.setViewport({ width: 640, height: 800 });
  await tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("html { font-size: 200% }");
    document.adoptedStyleSheets = [sheet];
  });
  await expectFits(page, "with letters of twice the size");
  // Stacked marks need room: at least 1.35 in headings and 1.5 in text.
  const tight = await tab.evaluate(() => {
    document.adoptedStyleSheets = [];
    return [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, td, th, figcaption, summary)")].filter((element) => {
      const style = getComputedStyle(element);
      const ratio = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
      return element.textContent.trim() && !element.closest("svg, sup") && ratio < (/^H[1-3]$/.test(element.tagName) || parseFloat(style.fontSize) > 22 ? 1.34 : 1.49);
    }).slice(0, 3).map((element) => `${element.localName}.${element.className} ${getComputedStyle(element).lineHeight}/${getComputedStyle(element).fontSize}`);
  });
  findings.expect(!tight.length, page.path, `too little room between lines for stacked marks: ${tight.join(" | ")}`);
  findings.expect(!errors.length, page.path, `the browser complains: ${errors.join(" | ")}`);
}

// Forced colours (Windows contrast themes): everything to press can be told by a border, an underline or its colour.
await tab.setViewport({ width: 1280, height: 900 });
for (const page of chosen) {
  const session = await tab.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: media("dark", { "forced-colors": "active", "prefers-reduced-motion": "reduce" }) });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  const state = await tab.evaluate(() => ({
    forced: matchMedia("(forced-colors: active)").matches,
    unmarked: [...document.querySelectorAll("main p a[href]")].filter((link) => !getComputedStyle(link).textDecorationLine.includes("underline") && !link.matches("sup a, nav a, .note a, .footnote-back, .term-back")).length,
    moving: document.getAnimations().length + [...document.querySelectorAll("*")].filter((element) => getComputedStyle(element).transitionDuration.split(",").some((time) => parseFloat(time) > 0.01)).length,
    smooth: getComputedStyle(document.documentElement).scrollBehavior,
  }));
  findings.expect(state.forced, page.path, "forced colours could not be emulated");
  findings.expect(!state.unmarked, page.path, `${state.unmarked} links in text without an underline`);
  findings.expect(!state.moving && state.smooth === "auto", page.path, `${state.moving} things move although the reader asked for less motion`);
  await session.detach();
}

// Script off: the same text, the menu opens, the language switch is there, every term leads to its entry, and a dark
// screen is dark and a light one light.
await tab.setJavaScriptEnabled(false);
for (const page of chosen) {
  for (const scheme of ["light", "dark"]) {
    await tab.setViewport({ width: 320, height: 800 });
    await tab.emulateMediaFeatures(media(scheme));
    await tab.goto(server.origin + page.path, { waitUntil: "load" });
    const state = await tab.evaluate(() => {
      const visible = (element) => element?.checkVisibility() ?? false;
      const background = getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number);
      const dead = [...document.querySelectorAll("button, [role=button]")].filter(visible).length;
      const lost = [...document.querySelectorAll("a.term")].filter((link) => link.hash && !document.getElementById(decodeURIComponent(link.hash.slice(1)))).length;
      // Signs at the heads of columns that nobody can sort.
      const signs = [...document.querySelectorAll("th")].map((head) => getComputedStyle(head, "::after")).filter((sign) => sign.content !== "none" && sign.visibility !== "hidden").length;
      const menu = document.querySelector(".menu details");
      if (menu) menu.open = true;
      return {
        text: document.querySelector("main")?.innerText.length ?? 0, light: background[0] > 127, dead, lost, signs,
        menu: !menu || visible(menu.querySelector("a")), languages: [...document.querySelectorAll(".languages a")].every(visible),
      };
    });
    const where = `${page.path} without script, ${scheme}`;
    findings.expect(state.text > 20, where, "no text");
    findings.expect(state.light === (scheme === "light"), where, "the background does not follow the reader's choice");
    findings.expect(!state.dead, where, `${state.dead} buttons that do nothing`);
    findings.expect(!state.signs, where, `${state.signs} columns look as if they could be sorted`);
    findings.expect(!state.lost, where, `${state.lost} terms that lead nowhere`);
    findings.expect(state.menu && state.languages, where, "the menu or the language switch cannot be reached");
  }
}
await close();
await server.close();
findings.report();
