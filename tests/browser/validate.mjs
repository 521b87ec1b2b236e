// html-validate over every page: its recommended rules and those for accessibility and whole documents.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { Findings } from "./site.mjs";

const [folder, , strained] = process.argv.slice(2);
const validator = new HtmlValidate(new StaticConfigLoader({
  root: true,
  // Digests of the site's own files in its own pages protect nobody, and keep a page opened from the disk from its
  // style sheet: asked for only where a file comes from elsewhere.
  // How long a title is lies with the author, where it is strained on purpose.
  rules: { ...(strained && { "long-title": "off" }), "require-sri": ["error", { target: "crossorigin" }] },
  extends: ["html-validate:recommended", "html-validate:a11y", "html-validate:document"],
}));
const findings = new Findings();
for (const file of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".html"))) {
  const report = await validator.validateString(readFileSync(join(folder, file), "utf8"), file);
  findings.looked += 1;
  for (const message of report.results.flatMap((result) => result.messages))
    findings.add(`${file}:${message.line}:${message.column}`, `${message.ruleId}: ${message.message}`);
}
findings.report();
