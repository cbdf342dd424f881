import { writeFileSync } from "node:fs";
import { corpusFiles } from "./corpus-files.ts";

// `node db/public-texts/corpus/write-corpus.ts` writes the generated files anew.
for (const { name, text } of corpusFiles()) writeFileSync(new URL(name, import.meta.url), text);
