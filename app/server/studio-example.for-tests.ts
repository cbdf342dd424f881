import { readFileSync } from "node:fs";

/** The short example of the catalogue as its file stands, to be brought to the studio. */
export const exampleDocument = readFileSync(
	new URL("../../protocols/catalogue/example/protocol.json", import.meta.url),
	"utf8",
);
