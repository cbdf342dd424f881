import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./client.ts";
import type { Finding, StopKind, WarningKind } from "./public-texts/finding.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { languageOfText } from "./public-texts/text-language.ts";
import { presentationProposals } from "./schema/public-texts.ts";
import { members, structures } from "./schema/structures.ts";
import { acceptText, isAccepted } from "./text-acceptances.ts";

/** Who writes or reads a presentation, and when. */
export type Person = { memberId: string; userId: string; at: number };

/** What became of a presentation that somebody wrote. */
export type Presented =
	| { state: "shown" }
	/** It may name somebody: it waits for a second person. */
	| { state: "waiting"; warnings: Finding<WarningKind>[] }
	| { state: "refused"; stops: Finding<StopKind>[] };

/** What a structure says about itself, and what waits to be read. */
export type Presentation = {
	structureId: string;
	structureName: string;
	territoryId: string;
	shown: string | null;
	proposal: Proposal | null;
};

export type Proposal = {
	text: string;
	proposedAt: number;
	/** The person, not their place: nobody is a second person to themselves. */
	proposedByUser: string;
	warnings: Finding<WarningKind>[];
};

/**
 * Writes what a structure says about itself. An empty text takes the one that is shown away. What
 * waited before is forgotten: the newest text is the one that counts.
 */
export function present(
	tx: Tx,
	{ structureId, territoryId }: { structureId: string; territoryId: string },
	text: string,
	{ memberId, at }: Person,
): Presented {
	const { stops, warnings } = inspectPresentation(tx, structureId, text);
	if (stops.length > 0) return { state: "refused", stops };

	forgetProposal(tx, structureId);
	if (warnings.length === 0) {
		show(tx, structureId, text);
		return { state: "shown" };
	}
	acceptText(tx, { territoryId, text }, { memberId, kind: "structure", at });
	if (isAccepted(tx, { territoryId, text })) {
		show(tx, structureId, text);
		return { state: "shown" };
	}
	tx.insert(presentationProposals)
		.values({ structureId, text, proposedBy: memberId, proposedAt: at })
		.run();
	return { state: "waiting", warnings };
}

/** What came of a second person's reading. */
export type SecondReading = "shown" | "taken-back" | "nothing-waits" | "same-person" | "changed";

/**
 * A second person says of the text that waits that it names nobody, or that it is not to be shown.
 *
 * @param read when the text that they read was proposed: they answer for no other
 */
export function readSecond(
	tx: Tx,
	structureId: string,
	{ accepts, read, person }: { accepts: boolean; read: number; person: Person },
): SecondReading {
	const found = presentationOf(tx, structureId);
	const proposal = found?.proposal;
	if (!found || !proposal) return "nothing-waits";
	if (proposal.proposedAt !== read) return "changed";
	if (proposal.proposedByUser === person.userId && accepts) return "same-person";

	forgetProposal(tx, structureId);
	if (!accepts) return "taken-back";
	const { territoryId } = found;
	const { memberId, at } = person;
	acceptText(tx, { territoryId, text: proposal.text }, { memberId, kind: "structure", at });
	show(tx, structureId, proposal.text);
	return "shown";
}

/** What a structure says about itself; undefined when there is no such structure. */
export function presentationOf(db: Db | Tx, structureId: string): Presentation | undefined {
	const row = db
		.select({
			structureId: structures.id,
			structureName: structures.name,
			territoryId: structures.territoryId,
			shown: structures.presentation,
		})
		.from(structures)
		.where(and(eq(structures.id, structureId), eq(structures.active, true)))
		.get();
	return row && { ...row, proposal: proposalOf(db, structureId) };
}

/** The structures of a territory whose presentation waits for a second person. */
export function waitingPresentations(
	db: Db | Tx,
	territoryId: string,
): { structureId: string; structureName: string; proposedAt: number }[] {
	return db
		.select({
			structureId: structures.id,
			structureName: structures.name,
			proposedAt: presentationProposals.proposedAt,
		})
		.from(presentationProposals)
		.innerJoin(structures, eq(structures.id, presentationProposals.structureId))
		.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
		.orderBy(presentationProposals.proposedAt)
		.all();
}

/** Whether a structure's presentation waits for a second person. */
export function isWaiting(db: Db | Tx, structureId: string): boolean {
	return (
		db
			.select({ structureId: presentationProposals.structureId })
			.from(presentationProposals)
			.where(eq(presentationProposals.structureId, structureId))
			.get() !== undefined
	);
}

function proposalOf(db: Db | Tx, structureId: string): Proposal | null {
	const row = db
		.select({
			text: presentationProposals.text,
			proposedAt: presentationProposals.proposedAt,
			proposedByUser: members.userId,
		})
		.from(presentationProposals)
		.innerJoin(members, eq(members.id, presentationProposals.proposedBy))
		.where(eq(presentationProposals.structureId, structureId))
		.get();
	return row ? { ...row, warnings: inspectPresentation(db, structureId, row.text).warnings } : null;
}

function inspectPresentation(db: Db | Tx, structureId: string, text: string) {
	const own = db
		.select({ phone: structures.phone })
		.from(structures)
		.where(eq(structures.id, structureId))
		.get();
	const telephones = own?.phone ? [own.phone] : [];
	return inspectText(text, { language: languageOfText(text), telephones });
}

function show(tx: Tx, structureId: string, text: string): void {
	const presentation = text === "" ? null : text;
	tx.update(structures).set({ presentation }).where(eq(structures.id, structureId)).run();
}

function forgetProposal(tx: Tx, structureId: string): void {
	tx.delete(presentationProposals).where(eq(presentationProposals.structureId, structureId)).run();
}
