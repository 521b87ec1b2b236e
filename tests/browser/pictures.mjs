// The pictures of the documentation: the main pages of the explainer in both languages, as a reader sees them. Few
// colours and fixed sizes keep them small, and a visual change shows up in review. Run by
// `cargo test --test browser pictures_of_the_documentation -- --ignored`.
import { deflateSync } from "node:zlib";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { browser, Findings, media, pages, serve } from "./site.mjs";

const [folder, , into] = process.argv.slice(2);
const PICTURES = [
  ["home-vi-light", "/vi/", "light", 1280, 900, 0],
  ["home-en-dark", "/en/", "dark", 1280, 900, 0],
  ["article-en-dark", "/en/compute/", "dark", 1280, 900, 0],
  ["article-vi-light", "/vi/suc-manh-tinh-toan/", "light", 1280, 900, 0],
  ["side-by-side-light", "/vi-en/suc-manh-tinh-toan/", "light", 1280, 900, 0],
  ["numbers-vi-light", "/vi/bac-kinh-qua-nhung-con-so/", "light", 1280, 900, 0],
  ["glossary-en-light", "/en/glossary/", "light", 1280, 900, 0],
  ["phone-vi", "/vi/dong-thoi-gian/", "light", 390, 844, 0],
  ["phone-side-by-side", "/vi-en/suc-manh-tinh-toan/", "dark", 390, 844, 600],
];

const table = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc = (bytes) => { let c = 0xffffffff; for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

/** A PNG of at most 256 colours: the most frequent ones, every other pixel takes the nearest of them. */
function palette({ width, height, data }) {
  const rgb = new Uint32Array(width * height);
  const counts = new Map();
  for (let at = 0; at < rgb.length; at += 1) {
    const colour = (data[at * 4] << 16) | (data[at * 4 + 1] << 8) | data[at * 4 + 2];
    rgb[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([colour]) => colour);
  const nearest = new Map(colours.map((colour, at) => [colour, at]));
  const find = (colour) => {
    if (!nearest.has(colour)) {
      const distance = (other) => ((colour >> 16) - (other >> 16)) ** 2 + (((colour >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((colour & 255) - (other & 255)) ** 2;
      nearest.set(colour, colours.reduce((best, other, at) => (distance(other) < distance(colours[best]) ? at : best), 0));
    }
    return nearest.get(colour);
  };
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = find(rgb[y * width + x]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const plte = Buffer.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk("IHDR", header), chunk("PLTE", plte), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
}

const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const known = new Set(pages(folder).map((page) => page.path));
const tab = await instance.newPage();
// Turns a screenshot into its pixels.
const reader = await instance.newPage();
for (const [name, path, scheme, width, height, scroll] of PICTURES) {
  findings.expect(known.has(path), name, `there is no page ${path}`);
  await tab.bringToFront();
  await tab.setViewport({ width, height });
  await tab.emulateMediaFeatures(media(scheme));
  await tab.goto(server.origin + path, { waitUntil: "load" });
  await tab.evaluate((y) => scrollTo(0, y), scroll);
  const shot = await tab.screenshot({ encoding: "base64" });
  const pixels = await reader.evaluate(async (source) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    let text = "";
    for (let at = 0; at < data.length; at += 32768) text += String.fromCharCode(...data.subarray(at, at + 32768));
    return { width: image.width, height: image.height, data: btoa(text) };
  }, shot);
  const bytes = palette({ ...pixels, data: Buffer.from(pixels.data, "base64") });
  findings.expect(bytes.length <= 200_000, name, `${bytes.length} bytes`);
  writeFileSync(join(into, `${name}.png`), bytes);
}
await close();
await server.close();
findings.report();
