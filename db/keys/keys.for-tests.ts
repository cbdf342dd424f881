import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sentToCrip, tellInStore } from "../small-casework.ts";
import { type SmallTerritory, smallTerritory } from "../small-territory.ts";
import { placesIn } from "../stores.ts";
import { KeyFault } from "./key-fault.ts";
import { makeWrappingKey } from "./wrapping-key.ts";

/** The code of the fault of keys that an act ends with; undefined when it ends well. */
export function faultOf(act: () => unknown): string | undefined {
	try {
		act();
	} catch (error) {
		if (error instanceof KeyFault) return error.code;
		throw error;
	}
}

/** Two situations in a data directory. */
export function begun(): { directory: string; territory: SmallTerritory } {
	const directory = freshDirectory();
	const territory = smallTerritory(placesIn(directory).store);
	tellInStore(territory, sentToCrip);
	tellInStore(territory, sentToCrip, { seed: 2 });
	return { directory, territory };
}

/** A directory that is not there yet. */
export function freshDirectory(): string {
	return join(mkdtempSync(join(tmpdir(), "relais-")), "data");
}

/** A wrapping key outside any data directory. */
export function newKeyFile(): string {
	const file = join(mkdtempSync(join(tmpdir(), "relais-key-")), "wrapping.key");
	makeWrappingKey(file);
	return file;
}
