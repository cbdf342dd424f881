import { changedExample, type DocumentChange } from "#protocols/language/changed-example.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";

/** The short example of the catalogue, with changes, as a protocol. */
export function exampleProtocol(...changes: DocumentChange[]): Protocol {
	const read = readProtocol(changedExample(...changes));
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}
