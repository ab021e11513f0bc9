// Reads an AsyncAPI document as its own parser does; whatever it finds is told, and is a failure.
import { readFile } from "node:fs/promises";

import { Parser } from "@asyncapi/parser";

const { diagnostics } = await new Parser().parse(await readFile(process.argv[2], "utf8"));
for (const one of diagnostics) console.error(`${one.path.join("/")}: ${one.code}: ${one.message}`);
process.exitCode = diagnostics.length ? 1 : 0;
