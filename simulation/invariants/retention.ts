import type { Db } from "#db/client.ts";
import { retentionOf } from "#db/retention-policy.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { expectNone, type Run } from "../run.ts";
import { noteCount } from "../tally.ts";
import type { Memory, Remembered } from "./memory.ts";

/** Days that people have beyond a date: a week of looking, and the day on which it is done. */
const graceDays = 9;

/**
 * Nothing is forgotten before its time, nor kept beyond it; nothing is closed by the system before
 * the territory's time either.
 *
 * @throws Broken when a promise does not hold
 */
export function lookAtRetention(run: Run, memory: Memory): void {
	const { store, clock, tally } = run;
	const kept = keptSituations(store.db);
	const broken = [...memory].flatMap(([pk, known]) => {
		const days = retentionOf(store.db, kept.get(pk) ?? known.territoryId).policy;
		return [
			...closedTooEarly(pk, known, days.closureDays),
			...purged(pk, known, { kept, purgeDays: days.purgeDays, now: clock.now() }),
		];
	});
	for (const [pk, known] of memory) if (!kept.has(pk)) noteForgotten(run, pk, known);
	noteCount(tally, "invariants checked", memory.size * 2);
	expectNone(run, [...broken, ...keptTooLong(store.db, clock.really())]);
}

function keptSituations(db: Db): Map<number, string> {
	const rows = db.$client.prepare("SELECT pk, territory_id FROM situations").raw().all();
	return new Map(rows as [number, string][]);
}

function closedTooEarly(pk: number, { situation }: Remembered, closureDays: number): string[] {
	const { closure, activeAt = 0 } = situation ?? {};
	if (closure?.by !== "system") return [];
	const early = closure.at - activeAt < closureDays * dayMs;
	return early ? [`Situation ${pk} was closed by the system before its time.`] : [];
}

type Keeping = { kept: ReadonlyMap<number, string>; purgeDays: number; now: number };

function purged(pk: number, { closed, forgotten }: Remembered, keeping: Keeping): string[] {
	const { kept, purgeDays, now } = keeping;
	const there = kept.has(pk);
	if (!closed) return there ? [] : [`Situation ${pk} is gone, and was never closed.`];
	const age = (now - closed.at) / dayMs;
	if (there) {
		return age > purgeDays + graceDays ? [`Situation ${pk} was not forgotten in time.`] : [];
	}
	return forgotten || age >= purgeDays ? [] : [`Situation ${pk} was forgotten too early.`];
}

function noteForgotten({ tally }: Run, _pk: number, known: Remembered): void {
	if (!known.forgotten) noteCount(tally, "situations forgotten");
	known.forgotten = true;
	known.situation = undefined;
}

/** What has a term of its own, and how many days beyond it a look may come. */
const terms = [
	["idempotency_keys", "at", 7 + 2],
	["pairings", "expires_at", 2],
	["recalls", "until", 2],
] as const;

function keptTooLong({ $client }: Db, now: number): string[] {
	return terms.flatMap(([table, column, days]) => {
		const oldest = $client.prepare(`SELECT min(${column}) FROM ${table}`).pluck().get();
		const age = oldest === null ? 0 : (now - Number(oldest)) / dayMs;
		return age > days ? [`${table} keeps what is ${Math.floor(age)} days old.`] : [];
	});
}
