import { eq } from "drizzle-orm";
import type { HandoffCodes } from "#protocols/casework/events.ts";
import type { Handoff } from "#protocols/casework/handoff/handoff.ts";
import { placed, roleEver, type Situation } from "#protocols/casework/situation.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import type { LifeMoment } from "./handoff-life.ts";
import type { KnownStructure } from "./known-structures.ts";
import { members } from "./schema/structures.ts";

/** A structure at one end of a handoff: its name where the reader may know it, its role always. */
export type Party = { name: string | null; phone: string | null; role: Text };

/** A moment of the life, who did it by name where the reader may know it. */
export type ToldMoment = Omit<LifeMoment, "by" | "codes" | "referent"> & {
	by: { name: string | null; role: Text | undefined } | "clock" | "system";
	codes: Omit<HandoffCodes, "suggests">;
	suggests: string | null;
	referent: string | null;
};

/** The two ends of a handoff, by name where the reader may know it. */
export function partiesOf(
	situation: Situation,
	handoff: Handoff,
	known: Map<string, KnownStructure>,
) {
	const senderRole = placed(situation, handoff.step).step.role;
	return {
		from: partyOf(situation, known.get(handoff.from), senderRole),
		to: partyOf(situation, known.get(handoff.to ?? ""), handoff.terms.to),
	};
}

function partyOf(situation: Situation, known: KnownStructure | undefined, roleId: string): Party {
	const words = roleEver(situation, roleId)?.label ?? { fr: roleId };
	return { name: known?.name ?? null, phone: known?.phone ?? null, role: words };
}

/** What tells a moment: who is who around this handoff. */
export type Telling = {
	situation: Situation;
	handoff: Handoff;
	known: Map<string, KnownStructure>;
	labels: Map<string, string>;
};

/** A moment of the life, its ids turned into names that the reader may know. */
export function toldMoment(
	{ by, codes: { suggests, ...codes }, referent, ...moment }: LifeMoment,
	{ situation, handoff, known, labels }: Telling,
): ToldMoment {
	const told = {
		...moment,
		codes,
		suggests: known.get(suggests ?? "")?.name ?? null,
		referent: labels.get(referent ?? "") ?? null,
	};
	if (by === "clock" || by === "system") return { ...told, by };
	const { from, to } = partiesOf(situation, handoff, known);
	const role = by === handoff.from ? from.role : by === handoff.to ? to.role : undefined;
	return { ...told, by: { name: known.get(by)?.name ?? null, role } };
}

/** The people of the recipient, as partners see them. */
export function memberLabels(db: Db, { to }: Handoff): Map<string, string> {
	if (to === undefined) return new Map();
	const rows = db
		.select({ id: members.id, label: members.label })
		.from(members)
		.where(eq(members.structureId, to))
		.all();
	return new Map(rows.map(({ id, label }) => [id, label]));
}
