// Reads the rules about documents, from the jar unpacked: unzip -q gongkai-rules-data.jar -d data && node rules.mjs data
import { readFileSync } from "node:fs";

const read = (path) => readFileSync(`${process.argv[2]}/gongkai-data/${path}`, "utf8");
const lines = read("core/document/fields.csv").split("\n").filter((line) => line && !line.startsWith("#"));
const rows = lines.map((line) => line.split(",")).filter(([type]) => type === "OfficialDocument");
const fields = new Map(rows.map(([, component, zh]) => [component, zh]));
for (const rule of JSON.parse(read("validation/rule/rules.json")).rules)
  if (rule.code.startsWith("document.") && fields.has(rule.element))
    console.log(rule.code, rule.severity, fields.get(rule.element), rule.says.zh);
