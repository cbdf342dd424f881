import { copyFileSync, renameSync } from "node:fs";
import { expect, test } from "vitest";
import { lastEntry } from "./entries.ts";
import { FileMoved } from "./in-place.ts";
import { begun } from "./keys/keys.for-tests.ts";
import { sentToCrip, tellInStore } from "./small-casework.ts";
import { placesIn } from "./stores.ts";

test.each(["store", "keys"] as const)(
	"while the file of the %s is not in its place, nothing is recorded that would be gone tomorrow",
	(which) => {
		const { directory, territory } = begun();
		const file = placesIn(directory)[which];
		const before = lastEntry(territory.db).sequence;
		const tell = (seed: number) => tellInStore(territory, sentToCrip, { seed });

		renameSync(file, `${file}.away`);
		expect(() => tell(3)).toThrow(FileMoved);
		copyFileSync(`${file}.away`, file);
		expect(() => tell(4), "another file in its place").toThrow(FileMoved);
		const meanwhile = lastEntry(territory.db).sequence;
		renameSync(`${file}.away`, file);
		tell(5);

		expect(meanwhile).toBe(before);
		expect(lastEntry(territory.db).sequence).toBeGreaterThan(before);
	},
);
