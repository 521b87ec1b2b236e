// The built site as a browser meets it: a loopback server that honours `_headers` and compresses, the list of
// pages, and a browser. Nothing here reaches beyond this machine.
import { createServer } from "node:http";
import { readFileSync, readdirSync, statSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { extname, join, normalize } from "node:path";
import { tmpdir } from "node:os";
import puppeteer from "puppeteer-core";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".tbx": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml", ".png": "image/png",
  ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".woff2": "font/woff2",
};
const COMPRESSED = new Set([".html", ".css", ".js", ".json", ".xml", ".csv", ".tbx", ".txt", ".svg"]);

/** The rules of a `_headers` file: a pattern with `*` at its end, or an exact path, and what it sets. */
function headerRules(folder) {
  const file = join(folder, "_headers");
  const rules = [];
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const header = line.match(/^\s+([^:]+):\s*(.*)$/);
    if (header) rules.at(-1).headers.push([header[1], header[2]]);
    else if (line.trim()) rules.push({ pattern: line.trim(), headers: [] });
  }
  return rules;
}

const fits = (pattern, path) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern);

/** Serves a folder on loopback at a port of the system's choice. */
export async function serve(folder) {
  const rules = headerRules(folder);
  const compressed = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    let file = join(folder, normalize(path));
    if (path.endsWith("/")) file = join(file, "index.html");
    let status = 200;
    if (!existsSync(file) || !statSync(file).isFile()) [file, status] = [join(folder, "404.html"), 404];
    const type = extname(file);
    response.setHeader("Content-Type", TYPES[type] ?? "application/octet-stream");
    for (const rule of rules) if (fits(rule.pattern, path)) for (const [name, value] of rule.headers) response.setHeader(name, value);
    let bytes = readFileSync(file);
    if (COMPRESSED.has(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      bytes = compressed.get(file) ?? gzipSync(bytes, { level: 9 });
      response.setHeader("Content-Encoding", "gzip");
    }
    response.writeHead(status, { "Content-Length": bytes.length });
    response.end(request.method === "HEAD" ? undefined : bytes);
  });
  // A host has its files compressed before anybody asks.
  for (const entry of readdirSync(folder, { recursive: true })) {
    const file = join(folder, entry);
    if (COMPRESSED.has(extname(file)) && statSync(file).isFile()) compressed.set(file, gzipSync(readFileSync(file), { level: 9 }));
  }
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => new Promise((done) => server.close(done)) };
}

// Whatever hangs is ended and told, long before a person would give up. Every page takes longer than a sample.
const minutes = process.argv[3] === "all" ? 30 : 9;
setTimeout(() => {
  console.log(`this audit took longer than ${minutes} minutes and was ended`);
  process.exit(3);
}, minutes * 60_000).unref();

/** All pages of a built site: file, address path, kind, folder (`vi`, `vi-en`, …), bytes of text; redirects left out. */
export function pages(folder) {
  const found = [];
  for (const entry of readdirSync(folder, { recursive: true })) {
    const file = entry.replaceAll("\\", "/");
    if (!file.endsWith(".html")) continue;
    const text = readFileSync(join(folder, file), "utf8");
    if (text.includes('http-equiv="refresh"')) continue;
    const kind = text.match(/<main[^>]*class="page kind-([\w-]+)/)?.[1] ?? "other";
    found.push({ file, path: "/" + file.replace(/index\.html$/, ""), kind, folder: file.includes("/") ? file.split("/")[0] : "", text });
  }
  return found.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** One page of each kind and language, and every page of content, whose components differ. */
export function sample(all) {
  const seen = new Map();
  return all.filter((page) => {
    if (["page", "home", "section"].includes(page.kind)) return true;
    const key = `${page.kind} ${page.folder}`;
    const limit = page.kind === "side-by-side" ? 12 : 1;
    seen.set(key, (seen.get(key) ?? 0) + 1);
    return seen.get(key) <= limit;
  });
}

/** A browser with a profile of its own, which goes with it. */
export async function browser() {
  const profile = mkdtempSync(join(tmpdir(), "songngu-browser-"));
  const instance = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    userDataDir: profile,
    protocolTimeout: 120_000,
    args: [
      "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--hide-scrollbars=false",
      "--font-render-hinting=none",
    ],
  });
  return {
    instance,
    close: async () => {
      await instance.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** Light or dark, still, or with forced colours. */
export const media = (scheme, more = {}) =>
  Object.entries({ "prefers-color-scheme": scheme, ...more }).map(([name, value]) => ({ name, value }));

/** Collects what is wrong and tells it at the end; the exit status says whether there was anything. */
export class Findings {
  #list = [];
  looked = 0;
  add(where, what) {
    this.#list.push(`${where}: ${what}`);
  }
  /** Adds the finding unless the condition holds. */
  expect(condition, where, what) {
    this.looked += 1;
    if (!condition) this.add(where, what);
  }
  report() {
    if (this.looked === 0) this.add("this test", "looked at nothing");
    for (const line of this.#list) console.log(line);
    console.log(`${this.looked} things looked at, ${this.#list.length} findings`);
    process.exitCode = this.#list.length ? 1 : 0;
  }
}
