import { eq, sql } from "drizzle-orm";
import { isOnlyBeside } from "#protocols/casework/participation.ts";
import { roleEver, type Situation } from "#protocols/casework/situation.ts";
import { say, type Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { type KnownStructure, knownStructures } from "./known-structures.ts";
import { preparedOnce } from "./prepared.ts";
import { members } from "./schema/structures.ts";

/** A structure as the reader may know it: its name where it may be said, its role always. */
export type Who = { own: boolean; name: string | null; phone: string | null; role: Text | null };

/** Tells who is who in a situation, to one structure. */
export type People = {
	who(structureId: string, roleId?: string): Who;
	role(roleId: string): Text;
	/** A colleague of the reader's own structure, by their label. */
	colleague(actor: string | null): string | null;
};

/** Who is who in a situation, as one of its structures may know it. */
export function peopleOf(db: Db, scope: Scope, situation: Situation): People {
	const known = knownIn(situation, scope, knownStructures(db, scope));
	const colleagues = new Map(
		labelsOf(db)
			.all({ structureId: scope.structureId })
			.map(({ id, label }) => [id, label]),
	);
	const role = (id: string) => roleEver(situation, id)?.label ?? { fr: id };
	const played = (structureId: string) =>
		Object.entries(situation.bindings).find(([, structure]) => structure === structureId)?.[0];
	return {
		role,
		who(structureId, roleId) {
			const own = structureId === scope.structureId;
			const { name = null, phone = null } = known.get(structureId) ?? {};
			const as = roleId ?? played(structureId);
			return { own, name, phone, role: as === undefined ? null : role(as) };
		},
		colleague: (actor) => colleagues.get(actor ?? "") ?? null,
	};
}

const labelsOf = preparedOnce((db) =>
	db
		.select({ id: members.id, label: members.label })
		.from(members)
		.where(eq(members.structureId, sql.placeholder("structureId")))
		.prepare(),
);

/** Who came along with a duplicate learns of the others here what its own handoffs show. */
function knownIn(
	situation: Situation,
	{ structureId }: Scope,
	known: Map<string, KnownStructure>,
): Map<string, KnownStructure> {
	if (!isOnlyBeside(situation, structureId)) return known;
	const partners = Object.values(situation.handoffs)
		.filter(({ from, to }) => from === structureId || to === structureId)
		.flatMap(({ from, to }) => [from, to ?? structureId]);
	const shown = new Set([structureId, ...partners]);
	return new Map([...known].filter(([id]) => shown.has(id)));
}

/** How a text calls somebody: by name, else by role. */
export function nameOf({ name, role }: Who, language: "fr" | "en"): string {
	return name ?? (role ? say(role, language) : "…");
}
