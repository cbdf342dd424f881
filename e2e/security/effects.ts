import { expect } from "@playwright/test";
import { paths } from "#app/paths.ts";
import type { OwnRelais } from "./own-relais.ts";

type Head = { events: number; sequence: number };

/** How far history goes, as the server says it of itself. */
export async function journalHead({ origin }: OwnRelais): Promise<Head> {
	const answer = await fetch(`${origin}${paths.health()}`);
	return ((await answer.json()) as { journal: Head }).journal;
}

/**
 * Holds an act to what it may add to history.
 *
 * @param by how many entries somebody adds; clocks that strike meanwhile do not count
 */
export async function expectRecorded<Result>(
	relais: OwnRelais,
	by: "nothing" | "something",
	act: () => Promise<Result>,
): Promise<Result> {
	const before = await journalHead(relais);
	const result = await act();
	const after = await journalHead(relais);
	const struck = relais.store
		.entriesAfter(before.sequence)
		.filter(({ event }) => event.by === "clock" || event.by === "system");
	const added = after.events - before.events - struck.length;
	if (by === "nothing") expect(added, "entries in the journal").toBe(0);
	else expect(added, "entries in the journal").toBeGreaterThan(0);
	return result;
}
