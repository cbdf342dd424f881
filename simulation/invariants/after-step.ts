import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { situationOf } from "#db/history.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { situations } from "#db/schema/situations.ts";
import { evolve } from "#protocols/casework/replay.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Entry } from "../ledger.ts";
import { expectNone, type Run } from "../run.ts";
import { noteCount } from "../tally.ts";
import { brokenByEntry } from "./history.ts";
import { type Memory, rememberedOf } from "./memory.ts";
import { brokenInSituation } from "./situation.ts";
import { brokenByMessages, untold } from "./telling.ts";

/**
 * Looks at what the last step added, and at the situations that it touched.
 *
 * @param beside the step may queue messages that follow from no event
 * @throws Broken when a promise does not hold
 */
export function lookAfterStep(run: Run, memory: Memory, beside = false): void {
	const { store, ledger, places, tally } = run;
	const { entries, messages } = ledger.read(store.db);
	const coordinations = places.map(({ coordination }) => coordination);
	const wrongEntries = entries.flatMap((entry) => brokenByEntry(memory, entry));
	const wrongSituations = [...new Set(entries.map(({ situationPk }) => situationPk))].flatMap(
		(pk) => {
			const own = entries.filter(({ situationPk }) => situationPk === pk);
			return remember(store.db, memory, pk, own);
		},
	);
	noteClosures(memory, entries);
	noteCount(tally, "invariants checked", 5 + entries.length * 3);
	noteCount(tally, "events", entries.length);
	expectNone(run, [
		...wrongEntries,
		...wrongSituations,
		...untold(entries, messages, memory),
		...brokenByMessages(memory, { entries, messages, beside }, coordinations),
	]);
}

function remember(db: Db, memory: Memory, pk: number, entries: readonly Entry[]): string[] {
	const { territoryId } = situations;
	const there = db.select({ territoryId }).from(situations).where(eq(situations.pk, pk)).get();
	if (!there) return [];
	const known = rememberedOf(memory, pk);
	const versions = (hash: string) => compiledVersion(db, there.territoryId, hash);
	// Told from its beginning again only each night: a long history would be told hundreds of times.
	const situation: Situation = known.situation
		? entries.reduce((so, { event }) => evolve(so, event, versions), known.situation)
		: situationOf(db, pk);
	Object.assign(known, { situation, territoryId: there.territoryId, touched: true });
	return brokenInSituation(db, pk, situation);
}

function noteClosures(memory: Memory, entries: readonly Entry[]): void {
	for (const { situationPk, event } of entries) {
		const known = rememberedOf(memory, situationPk);
		const closure = known.situation?.closure;
		if (!known.closed && closure) known.closed = { at: event.at };
	}
}
