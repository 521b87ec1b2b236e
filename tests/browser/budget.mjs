// What a page loads: everything, compressed, counted in the browser with an empty cache. A typical article stays
// below 25 KB in 5 requests, none of them to another host; script is below 5 KB of it.
import { browser, Findings, pages, sample, serve } from "./site.mjs";

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
  findings.expect(known.length <= 5, page.path, `${known.length} requests: ${known.map((request) => request.url)}`);
  findings.expect(script <= 5_000, page.path, `${script} bytes of script`);
  if (["page", "home"].includes(page.kind)) findings.expect(total <= 25_000, page.path, `${total} bytes: ${list.map((request) => `${request.url.replace(server.origin, "")} ${request.bytes}`).join(", ")}`);
  await context.close();
}
if (heaviest.path) console.log(`  the heaviest article: ${heaviest.path}, ${heaviest.total} bytes with headers, ${heaviest.script} of them script, ${heaviest.count} requests`);
await close();
await server.close();
findings.report();
