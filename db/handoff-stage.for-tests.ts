import { eq } from "drizzle-orm";
import type { ActOnHandoff, Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { handoffByHandle, type OwnHandoff } from "./access.ts";
import { situationOf } from "./history.ts";
import { decideAndRecord, openSituation } from "./journal.ts";
import { handoffs } from "./schema/handoffs.ts";
import { members } from "./schema/structures.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

/** A member of a structure of the small territory, as decisions see them. */
export function actingFor(structure: string, coordinator = false) {
	return { structure, actor: `${structure}-member`, reception: true, coordinator };
}

/** A coordinator who takes part in nothing. */
export const coordinator = { ...actingFor("care-2", true), reception: false };

/** The small territory with one situation that waits for its concern to be sent to the CRIP. */
export function situationToHandOff(): SmallTerritory {
	const territory = smallTerritory();
	const acting = actingFor("spotter");
	const facts = { age_band: "A15_17" } as const;
	const opening = { type: "open-situation", acting, facts, raises: [] } as const;
	openSituation(territory.db, territory, momentAt(monday), { ...opening, raises: [] });
	territory.db
		.update(members)
		.set({ duty: "coordinator" })
		.where(eq(members.id, coordinator.actor))
		.run();
	record(territory, {
		type: "answer-step",
		acting,
		seen: 1,
		step: "receive-sign",
		outcome: "RISK",
		answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
	});
	return territory;
}

/** The same, handed off to the CRIP, as the sender knows it. */
export function handedOff(send = true) {
	const territory = situationToHandOff();
	record(territory, {
		type: "prepare-handoff",
		acting: actingFor("spotter"),
		seen: situationOf(territory.db, 1).latestAct,
		step: "send-concern",
		to: ["crip"],
		answers: { formal_route: "IP" },
		information: "GIVEN_DISAGREES",
		send,
	});
	const row = territory.db.select().from(handoffs).all()[0];
	if (!row) throw new Error("A handoff was prepared.");
	return { ...territory, row };
}

/** The handoff as one of its sides opens it. */
export function openedBy(
	{ db, territoryId, row }: ReturnType<typeof handedOff>,
	acting: { structure: string; coordinator: boolean },
): OwnHandoff {
	const scope = { territoryId, structureId: acting.structure };
	const handle = acting.structure === "crip" ? row.recipientHandle : row.senderHandle;
	const own = handoffByHandle(db, scope, handle, acting.coordinator);
	if (!own) throw new Error(`Not open to ${acting.structure}.`);
	return own;
}

/** Records an act on the handoff, on a fresh page. */
export function act(
	territory: ReturnType<typeof handedOff>,
	command: Pick<ActOnHandoff, "act" | "acting"> & Partial<ActOnHandoff>,
): void {
	const handoff = territory.row.id;
	const { latestAct = 0 } = situationOf(territory.db, 1).handoffs[handoff] ?? {};
	record(territory, { type: "act-on-handoff", seen: latestAct, handoff, codes: {}, ...command });
}

/** What pairs a line: its number and words were said, and the identity has arrived. */
export const heard = { matched: true, codes: { identityBy: "PHONE" } } as const;

/** Accepts it at the CRIP. */
export function accepted() {
	const territory = handedOff();
	const acting = actingFor("crip");
	const until = monday + 36_000_000;
	act(territory, { act: "ACCEPT", acting, referent: "crip-member", until, ...heard });
	return territory;
}

function record({ db, territoryId }: SmallTerritory, command: Command): void {
	const key = { territoryId, situationPk: 1 };
	const moment = momentAt(monday + 60_000, 7);
	const result = decideAndRecord(db, key, moment, (situation, circumstances) =>
		decide(situation, command, circumstances),
	);
	if (!result.recorded) throw new Error(JSON.stringify(result.refusal));
}
