import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { timers } from "#db/schema/journal.ts";
import { holders, situations } from "#db/schema/situations.ts";
import { stateOf } from "#protocols/casework/handoff/handoff.ts";
import { hasEnded } from "#protocols/casework/handoff/life.ts";
import { brokenPromises } from "#protocols/casework/invariants.ts";
import { openParts, type Situation } from "#protocols/casework/situation.ts";

/** What is wrong with a situation that was just touched: itself, and the rows that lists read of it. */
export function brokenInSituation(db: Db, situationPk: number, situation: Situation): string[] {
	const broken = [
		...brokenPromises(situation),
		...wrongTimers(db, situationPk, situation),
		...wrongHolders(db, situationPk, situation),
		...wrongHandoffs(db, situationPk, situation),
		...wrongRow(db, situationPk, situation),
	];
	return broken.map((promise) => `Situation ${situationPk}: ${promise}`);
}

/** One row for each clock, worked out here and not by what wrote it. */
function wrongTimers(db: Db, situationPk: number, { clocks }: Situation): string[] {
	const rows = db.select().from(timers).where(eq(timers.situationPk, situationPk)).all();
	const stored = new Map(rows.map(({ clock, stage, fireAt }) => [clock, `${stage} ${fireAt}`]));
	const told = new Map(
		Object.entries(clocks).map(([clock, { strikes, pausedAt }]) => {
			const next = pausedAt === undefined ? strikes[0] : undefined;
			return [clock, `${next?.stage ?? null} ${next?.at ?? null}`];
		}),
	);
	return [...new Set([...stored.keys(), ...told.keys()])]
		.filter((clock) => stored.get(clock) !== told.get(clock))
		.map((clock) => `The timer of ${clock} is ${stored.get(clock)}, not ${told.get(clock)}.`);
}

function wrongHolders(db: Db, situationPk: number, situation: Situation): string[] {
	const rows = db.select().from(holders).where(eq(holders.situationPk, situationPk)).all();
	if (situation.closure?.by === "system") return [];
	const parts = openParts(situation);
	const wrong = parts.filter((part) => {
		const own = rows.filter((row) => row.part === part);
		return own.length !== 1 || own[0]?.structureId !== situation.holders[part]?.structure;
	});
	const stray = rows.length > parts.length ? ["A part that is not open has a holder."] : [];
	return [...stray, ...wrong.map((part) => `${part} does not have one holder, the right one.`)];
}

/** A handoff whose end has not come owns exactly one clock that runs, and its row says its state. */
function wrongHandoffs(db: Db, situationPk: number, situation: Situation): string[] {
	const rows = db.select().from(handoffs).where(eq(handoffs.situationPk, situationPk)).all();
	const told = Object.values(situation.handoffs);
	const clocks = db.select().from(timers).where(eq(timers.situationPk, situationPk)).all();
	const wrong = told.filter((handoff) => {
		const row = rows.find(({ id }) => id === handoff.id);
		const own = clocks.filter(({ clock }) => clock === `handoff:${handoff.id}`).length;
		const isLost = !hasEnded(stateOf(handoff)) && own !== 1;
		return row?.state !== stateOf(handoff) || isLost;
	});
	const counts = rows.length === told.length ? [] : ["There are not as many rows as handoffs."];
	return [...counts, ...wrong.map(({ id }) => `The row or the clock of handoff ${id} is wrong.`)];
}

function wrongRow(db: Db, situationPk: number, situation: Situation): string[] {
	const row = db.select().from(situations).where(eq(situations.pk, situationPk)).get();
	const agrees = row?.status === situation.status && row.position === situation.position;
	return agrees ? [] : ["Its row says another status or position."];
}
