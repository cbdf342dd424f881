import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { insertAccount } from "./accounts.ts";
import type { Db } from "./client.ts";
import { openConsultation } from "./consultations.ts";
import type { Approver } from "./publication.ts";
import { drafts } from "./schema/drafts.ts";
import { members, structures } from "./schema/structures.ts";
import { momentAt, monday, type SmallTerritory, smallTerritory } from "./small-territory.ts";

/** The small territory with two coordinators and a draft of its protocol, one delay longer. */
export type SmallAgreement = SmallTerritory & { draftId: string; changed: Protocol };

const draftId = "D".repeat(22);

/** A territory whose coordinator A wrote a draft that nobody was asked about yet. */
export function smallAgreement(territory: SmallTerritory = smallTerritory()): SmallAgreement {
	const { db, territoryId, protocol } = territory;
	db.insert(structures)
		.values({ id: "coordination", territoryId, name: "Coordination", kind: "coordination" })
		.run();
	for (const id of ["coordinator-a", "coordinator-b"]) settleCoordinator(db, id);
	const changed = withLongerDelay(protocol);
	writeDraft(db, { territoryId, protocol: changed, by: "coordinator-a" });
	return { ...territory, draftId, changed };
}

/** Puts a draft as it stands into the store, at its first revision. */
export function writeDraft(
	db: Db,
	{ territoryId, protocol, by }: { territoryId: string; protocol: Protocol; by: string },
): void {
	db.insert(drafts)
		.values({
			...{ id: draftId, territoryId, protocolId: protocol.id, origin: "skeleton" },
			...{ document: canonicalJson(protocol), revision: 1 },
			...{ createdAt: monday, createdBy: by, updatedAt: monday, updatedBy: by },
		})
		.run();
}

/** The same protocol, its first step a day longer. */
export function withLongerDelay(protocol: Protocol, by = 1): Protocol {
	const [first, ...others] = protocol.phases;
	const [step, ...steps] = first.steps;
	if (!step) throw new Error("The first phase of the example has a step.");
	const longer = { ...step, delay: { ...step.delay, n: step.delay.n + by } };
	return { ...protocol, phases: [{ ...first, steps: [longer, ...steps] }, ...others] };
}

/** Somebody of that name, as publication looks at them; members are called after their structures. */
export function approver(memberId: string, structureId = "coordination"): Approver {
	const duty = structureId === "coordination" ? "coordinator" : "professional";
	return { memberId, structureId, userId: memberId.replace(/-member$/, "-user"), duty };
}

/** Opens the consultation about the draft. */
export function consulted({ db, territoryId, draftId: id }: SmallAgreement, seed = 1): string {
	const opened = openConsultation(db, momentAt(monday, seed), approver("coordinator-a"), {
		...{ territoryId, draftId: id, seen: 1 },
	});
	if (!opened.ok) throw new Error(opened.refusal);
	return opened.id;
}

function settleCoordinator(db: Db, id: string): void {
	insertAccount(db, { id, email: `${id}@exemple.invalid`, name: id, at: monday });
	db.insert(members)
		.values({ id, userId: id, structureId: "coordination", label: id, duty: "coordinator" })
		.run();
}
