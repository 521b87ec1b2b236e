// What a page loads: everything, compressed, counted in the browser with an empty cache. A page asks for its script and
// for pictures of its own, and nothing of another host. An article fits into what a server sends before it waits for an
// answer (ten packets of 1,460 bytes, RFC 6928), its style sheet included; with its script it stays below 18 KB.
//
// And what a page's text costs to lay out: a browser makes each face ready in each of its sizes, half a millisecond
// a piece on a computer, and looks through every face it has for a character that the page's own lacks.
import { browser, Findings, pages, sample, serve } from "./site.mjs";

/** The faces in their sizes that a page has text in, and what style sheets write beyond ASCII and the middle point. */
const faces = () => {
  const [found, written] = [new Set(), new Set()];
  for (const element of document.body.querySelectorAll("*:not(svg *)")) for (const pseudo of [null, "::before", "::after"]) {
    const { display, content, fontFamily, fontWeight, fontSize, fontStyle } = getComputedStyle(element, pseudo);
    if (display === "none") continue;
    const text = pseudo ? JSON.parse(content.match(/^"[^"]*"/)?.[0] ?? '""') : [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join("");
    if (text.trim()) found.add([fontFamily, fontWeight, fontSize, fontStyle].join(" "));
    if (pseudo && /[^ -~·]/.test(text)) written.add(text);
  }
  return { found: [...found], written: [...written] };
};

const [folder, which] = process.argv.slice(2);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
let heaviest = { total: 0 };
for (const page of which === "all" ? pages(folder) : sample(pages(folder))) {
  const context = await instance.createBrowserContext();
  const tab = await context.newPage();
  const session = await tab.createCDPSession();
  await session.send("Network.enable");
  const requests = new Map();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
  session.on("Network.responseReceived", ({ requestId, type }) => { if (requests.has(requestId)) requests.get(requestId).type = type; });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => { if (requests.has(requestId)) requests.get(requestId).bytes = encodedDataLength; });
  await tab.goto(server.origin + page.path, { waitUntil: "load" });
  // What scripts ask for after loading would come now.
  await tab.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  const list = [...requests.values()].filter((request) => !request.url.startsWith("data:"));
  const total = list.reduce((sum, request) => sum + request.bytes, 0);
  const script = list.filter((request) => request.type === "Script").reduce((sum, request) => sum + request.bytes, 0);
  if (page.kind === "page" && total > heaviest.total) heaviest = { path: page.path, total, script, count: list.length };
  findings.expect(list.every((request) => request.url.startsWith(server.origin)), page.path, `asks another host: ${list.map((request) => request.url)}`);
  const known = list.filter((request) => request.type !== "Image" && request.type !== "Media");
  findings.expect(known.length <= 2, page.path, `${known.length} requests: ${known.map((request) => request.url)}`);
  findings.expect(script <= 4_000, page.path, `${script} bytes of script`);
  const { found, written } = await tab.evaluate(faces);
  findings.expect(found.length <= 12, page.path, `${found.length} faces and sizes: ${found.join("; ")}`);
  findings.expect(!written.length, page.path, `the style sheet writes what faces may lack: ${written}`);
  const html = list[0].bytes;
  if (["page", "home", "side-by-side"].includes(page.kind)) findings.expect(html <= 14_600, page.path, `${html} bytes of HTML`);
  if (["page", "home"].includes(page.kind)) findings.expect(known.reduce((sum, request) => sum + request.bytes, 0) <= 18_000, page.path, `${total} bytes: ${list.map((request) => `${request.url.replace(server.origin, "")} ${request.bytes}`).join(", ")}`);
  await context.close();
}
if (heaviest.path) console.log(`  the heaviest article: ${heaviest.path}, ${heaviest.total} bytes with headers, ${heaviest.script} of them script, ${heaviest.count} requests`);
await close();
await server.close();
findings.report();
