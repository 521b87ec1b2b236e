// The style sheets as they stand in a page, shrunk, say what they say in their files: the browser reads the same rules from
// both, and the page's policy lets both of them stand.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { browser, Findings, pages, serve } from "./site.mjs";

const [folder] = process.argv.slice(2);
const server = await serve(folder);
const { instance, close } = await browser();
const findings = new Findings();
const tab = await instance.newPage();
const { path } = pages(folder).find((page) => page.kind === "glossary");
tab.on("console", (message) => message.type() === "error" && findings.add(path, `the browser complains: ${message.text()}`));
await tab.goto(server.origin + path, { waitUntil: "load" });
const fileOf = (name) => readdirSync(join(folder, "assets")).find((file) => file.startsWith(`${name}.`) && file.endsWith(".css"));
for (const [at, [name, least]] of [["site", 150], ["lists", 30]].entries()) {
  const address = `/assets/${fileOf(name)}`;
  const [inPage, inFile] = await tab.evaluate(async (address, at) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: address });
    await new Promise((loaded, failed) => {
      link.onload = loaded;
      link.onerror = failed;
      document.head.append(link);
    });
    return [document.querySelectorAll("style")[at], link].map(({ sheet }) => [...sheet.cssRules].map((rule) => rule.cssText));
  }, address, at);
  findings.expect(inFile.length > least, address, `it has ${inFile.length} rules`);
  findings.expect(inPage.length === inFile.length, address, `it has ${inFile.length} rules, the page ${inPage.length}`);
  inFile.forEach((rule, number) => findings.expect(inPage[number] === rule, address, `in the page ${inPage[number]}, in the file ${rule}`));
}
await close();
await server.close();
findings.report();
