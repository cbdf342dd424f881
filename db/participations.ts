import { and, eq, sql } from "drizzle-orm";
import { isOnlyBeside, takesPart } from "#protocols/casework/participation.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
import { preparedOnce } from "./prepared.ts";
import { drawAlias } from "./pseudonyms/alias.ts";
import { drawCode, type Random } from "./pseudonyms/code.ts";
import { drawHandle } from "./pseudonyms/handle.ts";
import { participations } from "./schema/situations.ts";

/**
 * Gives each structure that is concerned by a situation its own code, alias and address, once, and
 * says whether it takes part. A structure that was only asked sees the handoff, not the situation.
 */
export function keepParticipations(
	tx: Tx,
	situationPk: number,
	situation: Situation,
	random: Random,
): void {
	const known = new Map(
		partsOf(tx)
			.all({ situationPk })
			.map((row) => [row.structureId, row]),
	);
	// Whoever is no longer concerned keeps the name that they gave, and no longer takes part.
	for (const structureId of new Set([...concerned(situation), ...known.keys()])) {
		const part = partIn(situation, structureId);
		const row = known.get(structureId);
		if (!row) addParticipation(tx, { situationPk, structureId, ...part }, random);
		else if (row.takesPart !== part.takesPart || row.beside !== part.beside) {
			tx.update(participations)
				.set(part)
				.where(
					and(
						eq(participations.situationPk, situationPk),
						eq(participations.structureId, structureId),
					),
				)
				.run();
		}
	}
}

const partsOf = preparedOnce((db) =>
	db
		.select()
		.from(participations)
		.where(eq(participations.situationPk, sql.placeholder("situationPk")))
		.prepare(),
);

/** Whether a structure takes part, and whether only beside. */
export function partIn(situation: Situation, structureId: string) {
	return {
		takesPart: takesPart(situation, structureId),
		beside: isOnlyBeside(situation, structureId),
	};
}

/** Every structure that plays a role, holds, leads, sent, was asked, or came along with a duplicate. */
export function concerned(situation: Situation): string[] {
	const handoffs = Object.values(situation.handoffs);
	// A draft is visible to its author's structure only.
	const asked = handoffs.flatMap(({ to, sentAt }) => (to && sentAt !== undefined ? [to] : []));
	const held = Object.values(situation.holders).flatMap((holder) => holder?.structure ?? []);
	return [
		...new Set([
			...Object.values(situation.bindings),
			...held,
			...(situation.lead ? [situation.lead] : []),
			...handoffs.map(({ from }) => from),
			...asked,
			...situation.joined,
		]),
	];
}

const mostTries = 5;

function addParticipation(
	tx: Tx,
	part: { situationPk: number; structureId: string; takesPart: boolean; beside: boolean },
	random: Random,
): void {
	for (let tries = 1; ; tries += 1) {
		const drawn = {
			handle: drawHandle(random),
			code: drawCode(random),
			alias: drawAlias(random),
		};
		const { changes } = tx
			.insert(participations)
			.values({ ...part, ...drawn })
			.onConflictDoNothing()
			.run();
		if (changes === 1) return;
		if (tries === mostTries) throw new Error("No free code was drawn in five tries.");
	}
}
