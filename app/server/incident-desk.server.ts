import type { Db } from "#db/client.ts";
import { forgetPages, hurriedly } from "#db/connection.ts";
import { type IncidentReason, openIncident, resolveIncident, type Stuck } from "#db/incidents.ts";
import { keysOf } from "#db/keys/keys-of.ts";

/** An incident as whatever met it brings it. */
export type Opened = Stuck & { reason: IncidentReason };

/** Most incidents that wait in memory for a store that takes them. */
const mostWaiting = 200;

/**
 * Where whatever meets an unexpected error brings it. Nothing here throws. What the store does not
 * take, because it is itself what failed, waits in memory and is brought again each minute.
 */
export type IncidentDesk = {
	open(incident: Opened): void;
	/** The same thing went through: its incident ends, if there is one. Cheap to say often. */
	wentThrough(stuck: Stuck): void;
	/** Brings what waits to the store again. */
	bringAgain(): void;
	/** How many wait for the store. */
	waiting(): number;
};

export function createIncidentDesk(db: Db, clock: { now(): number }): IncidentDesk {
	const waiting = new Map<string, Opened & { at: number }>();
	const settled = new Set<string>();

	return {
		open({ source, key, reason }) {
			const name = `${source} ${key}`;
			const incident = { source, key, reason, at: clock.now() };
			settled.delete(name);
			const kept = openIncident(db, incident) !== "not-kept";
			if (!kept && waiting.size < mostWaiting && !waiting.has(name)) waiting.set(name, incident);
			if (reason === "store-unreadable") readAnew(db);
		},
		wentThrough({ source, key }) {
			const name = `${source} ${key}`;
			if (settled.has(name)) return;
			waiting.delete(name);
			if (isEnded(db, { source, key }, clock.now())) settled.add(name);
		},
		bringAgain() {
			for (const [name, incident] of waiting) {
				if (openIncident(db, incident) === "not-kept") return;
				waiting.delete(name);
			}
		},
		waiting: () => waiting.size,
	};
}

/** What was read wrongly is read from the files again: they may be whole by then. */
function readAnew(db: Db): void {
	for (const client of [db.$client, keysOf(db).client]) forgetPages(client);
}

/** @returns false when the store could not be asked */
function isEnded(db: Db, stuck: Stuck, at: number): boolean {
	try {
		hurriedly(db.$client, () => resolveIncident(db, stuck, { resolution: "went-through", at }));
		return true;
	} catch {
		return false;
	}
}
