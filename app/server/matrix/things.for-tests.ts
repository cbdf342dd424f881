import { eq } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { historyOf } from "#db/history.ts";
import { acquaintancesOf } from "#db/known-structures.ts";
import { consultations } from "#db/schema/consultations.ts";
import { drafts } from "#db/schema/drafts.ts";
import { handoffs } from "#db/schema/handoffs.ts";
import { protocolVersions } from "#db/schema/protocol-versions.ts";
import { holders, openSteps, participations, situations } from "#db/schema/situations.ts";
import { members, structures } from "#db/schema/structures.ts";
import type { Relation, Subject } from "../policy/relations.ts";
import type { KnownAsker } from "./askers.for-tests.ts";

/** A thing that an address names, and how somebody stands to it: told from the rows alone. */
export type Thing = {
	about: Subject;
	/** How the asker stands to it; `absent` for what was never there. */
	relation: Relation | "absent";
	/** What the address carries in the place of each parameter. */
	names: Record<string, string>;
	/** The key of the situation behind it, which no answer may tell. */
	situationPk?: number;
};

/** Made like a real one, and given to nobody. */
export const nobodys = "AAAAAAAAAAAAAAAAAAAAAA";

/**
 * The things of every relation that an account has to something, and one that never was.
 *
 * @param most how many situations and handoffs of a relation
 */
export function thingsFor(db: Db, asker: KnownAsker, most = mostOf): Thing[] {
	return [
		...situationsFor(db, asker, most),
		...atMost(handoffsFor(db, asker), most),
		...structuresFor(db, asker),
		...protocolsFor(db, asker),
		...draftsFor(db, asker),
		...consultationsFor(db, asker),
		...peopleFor(db, asker),
		{ about: "link", relation: "none", names: { secret: nobodys, visit: nobodys } },
		{ about: "self", relation: "own", names: selfNames(asker) },
	];
}

/** One situation of each relation; of those that must stay shut, two. */
function mostOf({ relation }: Thing): number {
	return relation === "none" || relation === "elsewhere" || relation === "asked" ? 2 : 1;
}

function atMost<One extends Thing>(things: readonly One[], most: (thing: Thing) => number): One[] {
	const counts = new Map<string, number>();
	return things.filter((thing) => {
		const count = (counts.get(thing.relation) ?? 0) + 1;
		counts.set(thing.relation, count);
		return count <= most(thing);
	});
}

/** What addresses name that are about oneself: an account to enter as, a use of a passkey. */
function selfNames({ memberId }: KnownAsker): Record<string, string> {
	return { memberId: memberId ?? "nobody", act: "challenge" };
}

function situationsFor(
	db: Db,
	{ structureId, territoryId }: KnownAsker,
	most: (thing: Thing) => number,
): Thing[] {
	const things = db
		.select()
		.from(situations)
		.all()
		.flatMap((situation) => {
			const parts = db
				.select()
				.from(participations)
				.where(eq(participations.situationPk, situation.pk))
				.all();
			return parts.map(({ handle, ...part }) => {
				// Also the address that another structure has for a situation of one's own.
				const own = part.structureId === structureId;
				const here = own ? relationTo(db, situation, { handle, ...part }) : "none";
				const relation = situation.territoryId === territoryId ? here : "elsewhere";
				return {
					about: "situation",
					relation,
					names: { handle },
					situationPk: situation.pk,
				} as const;
			});
		});
	return [
		// Of those that are asked about alone: all histories of a territory are long to read.
		...atMost(things, most).map(({ names, situationPk, ...thing }) => ({
			...thing,
			names: namesIn(db, situationPk, structureId, names.handle),
			situationPk,
		})),
		{
			about: "situation",
			relation: "absent",
			names: { handle: nobodys, stepId: "close", roleId: "crip", id: "runaway", position: "1" },
		},
	];
}

function relationTo(
	db: Db,
	{ pk, leadId }: Situation,
	{ structureId, takesPart }: typeof participations.$inferSelect,
): Relation<"situation"> {
	if (!takesPart) return "asked";
	if (leadId === structureId) return "lead";
	const held = db.select().from(holders).where(eq(holders.situationPk, pk)).all();
	return held.some((holder) => holder.structureId === structureId) ? "holder" : "participant";
}

/** What the addresses below a situation name: a step that waits, one's own where there is one. */
function namesIn(db: Db, pk: number, structureId: string, handle: string) {
	const open = db.select().from(openSteps).where(eq(openSteps.situationPk, pk)).all();
	const step = open.find((one) => one.structureId === structureId) ?? open[0];
	const answers = historyOf(db, pk).findIndex(
		({ by, type }) => by === structureId && type === "step-answered",
	);
	return {
		handle,
		stepId: step?.stepId ?? "close",
		roleId: step?.roleId ?? "crip",
		id: "runaway",
		position: String(answers + 1 || 1),
	};
}

function handoffsFor(db: Db, asker: KnownAsker): Thing[] {
	const rows = db
		.select()
		.from(handoffs)
		.innerJoin(situations, eq(situations.pk, handoffs.situationPk))
		.all();
	const things = rows.flatMap(({ handoffs: handoff, situations: situation }): Thing[] => {
		const here = situation.territoryId === asker.territoryId;
		const bySender = here ? bySendersAddress(db, asker, handoff, situation) : "elsewhere";
		const byRecipient = here ? byRecipientsAddress(asker, handoff) : "elsewhere";
		return [
			handoffAt(handoff.senderHandle, bySender, situation.pk),
			handoffAt(handoff.recipientHandle, byRecipient, situation.pk),
		];
	});
	return [...things, handoffAt(nobodys, "absent")];
}

function handoffAt(handle: string, relation: Thing["relation"], situationPk?: number): Thing {
	const names = { handle, act: "acknowledge" };
	return { about: "handoff", relation, names, ...(situationPk ? { situationPk } : {}) };
}

type Handoff = typeof handoffs.$inferSelect;
type Situation = typeof situations.$inferSelect;

/** Each side has an address of its own: that of the other side opens nothing. */
function byRecipientsAddress(
	{ structureId }: KnownAsker,
	{ recipientId, sentAt }: Handoff,
): Relation<"handoff"> {
	return recipientId === structureId && sentAt !== null ? "recipient" : "none";
}

function bySendersAddress(
	db: Db,
	{ asker, structureId }: KnownAsker,
	{ senderId, sentAt }: Handoff,
	{ pk, leadId }: Situation,
): Relation<"handoff"> {
	if (senderId === structureId) return "sender";
	if (sentAt === null) return "none";
	if (leadId === structureId) return "lead";
	if (typeof asker === "object" && asker.duty === "coordinator") return "coordinator";
	const parts = db.select().from(participations).where(eq(participations.situationPk, pk)).all();
	const part = parts.find((one) => one.structureId === structureId);
	return part?.takesPart ? "participant" : "none";
}

function structuresFor(db: Db, { structureId, territoryId }: KnownAsker): Thing[] {
	const acquainted = acquaintancesOf(db, { structureId, territoryId });
	const things = new Map<string, Thing>();
	for (const { id, sensitive, territoryId: place } of db.select().from(structures).all()) {
		const masked = sensitive && !acquainted.has(id);
		const here = id === structureId ? "own" : masked ? "masked" : "known";
		const relation = place === territoryId ? here : "elsewhere";
		things.set(relation, { about: "structure", relation, names: { structureId: id } });
	}
	const absent = {
		about: "structure",
		relation: "absent",
		names: { structureId: nobodys },
	} as const;
	return [...things.values(), absent];
}

function protocolsFor(db: Db, { territoryId }: KnownAsker): Thing[] {
	const things = new Map<string, Thing>();
	for (const { protocolId, status, territoryId: place } of db
		.select()
		.from(protocolVersions)
		.all()) {
		if (status !== "published") continue;
		const relation = place === territoryId ? "own" : "elsewhere";
		const names = { protocolId, ...belowProtocol };
		things.set(relation, { about: "protocol", relation, names });
	}
	const names = { protocolId: nobodys, ...belowProtocol };
	return [...things.values(), { about: "protocol", relation: "absent", names }];
}

/** What the addresses below a protocol name: a file that it can be taken away as, a role. */
const belowProtocol = { format: "json", roleId: "ase" };

function draftsFor(db: Db, { territoryId }: KnownAsker): Thing[] {
	const things = new Map<string, Thing>();
	for (const { id, territoryId: place } of db.select().from(drafts).all()) {
		const relation = place === territoryId ? "own" : "elsewhere";
		things.set(relation, { about: "draft", relation, names: { draftId: id, ...belowProtocol } });
	}
	const absent = {
		about: "draft",
		relation: "absent",
		names: { draftId: nobodys, ...belowProtocol },
	} as const;
	return [...things.values(), absent];
}

function consultationsFor(db: Db, { territoryId }: KnownAsker): Thing[] {
	const things = new Map<string, Thing>();
	for (const { id, territoryId: place } of db.select().from(consultations).all()) {
		const relation = place === territoryId ? "own" : "elsewhere";
		things.set(relation, { about: "consultation", relation, names: { consultationId: id } });
	}
	const names = { consultationId: nobodys };
	return [...things.values(), { about: "consultation", relation: "absent", names }];
}

function peopleFor(db: Db, known: KnownAsker): Thing[] {
	const things = new Map<string, Thing>();
	const rows = db
		.select()
		.from(members)
		.innerJoin(structures, eq(structures.id, members.structureId))
		.all();
	for (const { members: member, structures: structure } of rows) {
		const relation = relationToPerson(known, member, structure.territoryId);
		things.set(relation, { about: "person", relation, names: { memberId: member.id } });
	}
	const absent = { about: "person", relation: "absent", names: { memberId: nobodys } } as const;
	return [...things.values(), absent];
}

function relationToPerson(
	{ memberId, structureId, territoryId }: KnownAsker,
	member: typeof members.$inferSelect,
	theirTerritory: string,
): Relation<"person"> {
	if (member.id === memberId) return "self";
	if (member.duty !== "professional") return "charged";
	if (theirTerritory !== territoryId) return "elsewhere";
	return member.structureId === structureId ? "colleague" : "stranger";
}
