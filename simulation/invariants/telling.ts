import { concerned } from "#db/participations.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import type { Entry, Message } from "../ledger.ts";
import { type Memory, rememberedOf } from "./memory.ts";

/** Events that have somebody look; what a structure does itself it need not be told. */
const telling = new Set([
	"handoff-moved",
	"clock-struck",
	"inactivity-noted",
	"situation-closed",
	"situation-joined",
	"role-bound",
	"lead-named",
]);

/**
 * Notes who was told to look, and finds what was told too often: an event tells a structure once.
 *
 * @param beside messages that follow from something else than an event: an emergency access
 */
export function brokenByMessages(
	memory: Memory,
	{ entries, messages, beside }: { entries: Entry[]; messages: Message[]; beside: boolean },
	coordinations: readonly string[],
): string[] {
	const causes = causesOf(memory, entries, coordinations);
	const received = new Map<string, { structure: string; count: number }>();
	for (const { structureId, audience, kind } of messages) {
		// What whoever runs the server is told follows from no event.
		if (structureId === null) continue;
		const name = [structureId, audience, kind].join(" ");
		const count = 1 + (received.get(name)?.count ?? 0);
		received.set(name, { structure: structureId, count });
		noteTold(memory, entries, structureId);
	}
	if (beside) return [];
	return [...received].flatMap(([name, { structure, count }]) => {
		const events = causes.get(structure) ?? 0;
		return count > events ? [`${name}: told ${count} times of ${events} events.`] : [];
	});
}

/** How many of the events each structure may be told of. */
function causesOf(
	memory: Memory,
	entries: readonly Entry[],
	coordinations: readonly string[],
): Map<string, number> {
	const causes = new Map<string, number>();
	for (const { situationPk, event } of entries) {
		const { situation } = rememberedOf(memory, situationPk);
		if (!situation || !telling.has(event.type)) continue;
		for (const structure of audienceOf(situation, coordinations)) {
			causes.set(structure, (causes.get(structure) ?? 0) + 1);
		}
	}
	return causes;
}

function audienceOf(situation: Situation, coordinations: readonly string[]): string[] {
	return [...new Set([...concerned(situation), ...coordinations])];
}

function noteTold(memory: Memory, entries: readonly Entry[], structureId: string): void {
	for (const { situationPk } of entries) rememberedOf(memory, situationPk).told.add(structureId);
}

/** What was sent tells its recipient, in the same breath. */
export function untold(
	entries: readonly Entry[],
	messages: readonly Message[],
	memory: Memory,
): string[] {
	return entries.flatMap(({ situationPk, event }) => {
		if (event.type !== "handoff-moved" || event.act !== "SEND") return [];
		const to = rememberedOf(memory, situationPk).situation?.handoffs[event.handoff]?.to;
		if (to === undefined || messages.some(({ structureId }) => structureId === to)) return [];
		return [`A handoff was sent to ${to}, and nobody told them.`];
	});
}
