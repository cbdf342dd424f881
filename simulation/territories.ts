import { createHash } from "node:crypto";
import { insertAccount } from "#db/accounts.ts";
import type { Db } from "#db/client.ts";
import { publishVersion } from "#db/protocol-versions.ts";
import {
	members,
	structureClosingDays,
	structureRoles,
	structures,
} from "#db/schema/structures.ts";
import { type holidayRegions, territories } from "#db/schema/territories.ts";
import type { Chance, People } from "#protocols/casework/random-choice.ts";
import { catalogue, modelOf } from "#protocols/catalogue/catalogue.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";

/** A territory of a simulation, with the people of its structures. */
export type Place = {
	territoryId: string;
	/** Begins the names of its structures. */
	prefix: string;
	people: People;
	coordination: string;
	/** The version under which situations are opened now, and those before it. */
	versions: string[];
};

type Territory = typeof territories.$inferInsert;

const farAway: [timeZone: string, holidayRegion: (typeof holidayRegions)[number]][] = [
	["Europe/Paris", "alsace-moselle"],
	["Indian/Reunion", "la-reunion"],
	["America/Martinique", "martinique"],
	["America/Cayenne", "guyane"],
	["Pacific/Tahiti", "polynesie-francaise"],
];

/**
 * Two territories, so that each has somebody to be hidden from: the first with a protocol of the
 * catalogue and its time zone by chance, the second with the short example.
 */
export function settleTerritories(db: Db, chance: Chance, at: number): Place[] {
	const [timeZone, holidayRegion] = farAway[chance(farAway.length * 2)] ?? [];
	const own: Partial<Territory> = timeZone && holidayRegion ? { timeZone, holidayRegion } : {};
	const document = catalogue[chance(catalogue.length)]?.document;
	return [
		settle(db, chance, { id: "here", prefix: "", at, protocol: protocolFrom(document), own }),
		settle(db, chance, {
			...{ id: "far", prefix: "far-", at, own: {} },
			protocol: protocolFrom(modelOf("example")?.document),
		}),
	];
}

type Settling = {
	id: string;
	prefix: string;
	at: number;
	protocol: Protocol;
	own: Partial<Territory>;
};

function settle(db: Db, chance: Chance, settling: Settling): Place {
	const { id, prefix, at, protocol, own } = settling;
	const coordination = `${prefix}coordination`;
	return db.transaction((tx) => {
		tx.insert(territories)
			.values({ id, name: `Territoire ${id}`, ...own })
			.run();
		const add = (structure: string, roles: string[]) =>
			addStructure(tx, { id: structure, territoryId: id, roles, at, sensitive: chance(8) === 0 });
		const holding = new Map<string, string[]>();
		for (const role of protocol.roles.filter(({ external }) => !external)) {
			const count = 1 + chance(2);
			const names = ["", "-2"].slice(0, count).map((end) => `${prefix}${role.id}${end}`);
			for (const name of names) add(name, [role.id]);
			holding.set(role.id, names);
			if (chance(4) === 0) closeOn(tx, names[0] ?? "", 1 + chance(5));
		}
		add(coordination, []);
		addDuties(tx, coordination, at);
		const all = [...holding.values()].flat();
		const versions = [publishVersion(db, { territoryId: id, protocol, at })];
		return {
			territoryId: id,
			prefix,
			coordination,
			versions,
			people: { structures: all, holding },
		};
	});
}

type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];
type Added = { id: string; territoryId: string; roles: string[]; at: number; sensitive: boolean };

function addStructure(tx: Tx, { id, territoryId, roles, at, sensitive }: Added): void {
	const kind = roles.length === 0 ? "coordination" : "other";
	tx.insert(structures)
		.values({
			id,
			territoryId,
			name: ownName("Structure", id),
			kind,
			phone: "01 99 00 10 01",
			sensitive,
		})
		.run();
	for (const roleId of roles) tx.insert(structureRoles).values({ structureId: id, roleId }).run();
	const duty = roles.length === 0 ? "coordinator" : "professional";
	addMember(tx, id, `${id}-member`, at, { reception: true, manager: true, duty });
	addMember(tx, id, `${id}-colleague`, at, {});
	addMember(tx, id, `${id}-second`, at, { reception: true, manager: true });
	// Somebody whose place ended before.
	addMember(tx, id, `${id}-gone`, at, { active: false, suspended: "disabled" });
}

function addDuties(tx: Tx, coordination: string, at: number): void {
	for (const duty of ["animator", "auditor", "administrator"] as const) {
		addMember(tx, coordination, `${coordination}-${duty}`, at, { duty });
	}
}

type Rights = Partial<typeof members.$inferInsert>;

function addMember(tx: Tx, structureId: string, id: string, at: number, rights: Rights): void {
	const userId = `${id}-user`;
	insertAccount(tx, { id: userId, email: `${id}@exemple.invalid`, name: id, at });
	tx.insert(members)
		.values({ id, userId, structureId, label: ownName("Personne", id), ...rights })
		.run();
}

/** A name that is no part of any other: whoever reads one has read that one. */
function ownName(kind: string, id: string): string {
	return `${kind} ${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
}

function closeOn(tx: Tx, structureId: string, weekday: number): void {
	tx.insert(structureClosingDays).values({ structureId, weekday }).run();
}

function protocolFrom(document: unknown): Protocol {
	const read = readProtocol(document);
	if (!read.ok) throw new Error(JSON.stringify(read.issues));
	return read.protocol;
}
