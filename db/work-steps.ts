import { and, asc, eq, inArray, notExists, sql } from "drizzle-orm";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { liveStates } from "./handoff-lists.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { handoffs } from "./schema/handoffs.ts";
import { holders, openSteps, participations, situations } from "./schema/situations.ts";
import type { Cut, Listed } from "./work-list.ts";

/** An open step that waits for a structure. */
export type StepWork = {
	/** The structure's own address of the situation. */
	handle: string;
	alias: string;
	stepId: string;
	roleId: string;
	step: Text;
	/** The label of the role that carries it. */
	role: Text;
	dueAt: number;
	unit: DelayUnit;
	paused: boolean;
};

/**
 * The open steps that a structure carries, the most late first. A step whose handoff goes on waits
 * for the other side and is listed with the handoffs.
 */
export function stepWork(db: Db, scope: Scope, cut: Cut): Listed<StepWork> {
	return listed(db, scope, cut, statementsOf(db).own);
}

/** The open steps that nobody carries yet, in the parts that a structure holds. */
export function unboundWork(db: Db, scope: Scope, cut: Cut): Listed<StepWork> {
	return listed(db, scope, cut, statementsOf(db).unbound);
}

type Statements = ReturnType<typeof prepare>;

function listed(
	db: Db,
	{ territoryId, structureId }: Scope,
	{ limit, offset = 0 }: Cut,
	statement: Statements[keyof Statements],
): Listed<StepWork> {
	const found = statement.all({ structureId, territoryId, limit: limit + 1, offset });
	const rows = found.slice(0, limit).map(({ versionHash, alias, ...row }) => {
		const { places, protocol } = compiledVersion(db, territoryId, versionHash);
		const step = places.steps.get(row.stepId)?.step;
		const role = protocol.roles.find(({ id }) => id === row.roleId);
		return {
			...row,
			alias: showAlias(alias),
			step: step?.title ?? { fr: row.stepId },
			role: role?.label ?? { fr: row.roleId },
			unit: step?.delay.unit ?? ("working-days" as const),
		};
	});
	return { rows, more: found.length > limit };
}

const kept = new WeakMap<Db, Statements>();

function statementsOf(db: Db): Statements {
	const statements = kept.get(db) ?? prepare(db);
	kept.set(db, statements);
	return statements;
}

const structure = sql.placeholder("structureId");
const ownTerritory = eq(situations.territoryId, sql.placeholder("territoryId"));
const ownName = and(
	eq(participations.situationPk, openSteps.situationPk),
	eq(participations.structureId, structure),
);
/** The plus keeps SQLite to the parts that the structure holds: steps that nobody carries are everywhere. */
const nobodyCarries = sql`+${openSteps.structureId} is null`;
const columns = {
	handle: participations.handle,
	alias: participations.alias,
	stepId: openSteps.stepId,
	roleId: openSteps.roleId,
	dueAt: openSteps.dueAt,
	paused: openSteps.paused,
	versionHash: situations.versionHash,
};

function prepare(db: Db) {
	const handedOff = db
		.select({ id: handoffs.id })
		.from(handoffs)
		.where(
			and(
				eq(handoffs.situationPk, openSteps.situationPk),
				eq(handoffs.stepId, openSteps.stepId),
				inArray(handoffs.state, ["draft", ...liveStates]),
			),
		);
	const own = db
		.select(columns)
		.from(openSteps)
		.innerJoin(situations, eq(situations.pk, openSteps.situationPk))
		.innerJoin(participations, ownName)
		.where(and(eq(openSteps.structureId, structure), ownTerritory, notExists(handedOff)));
	const unbound = db
		.select(columns)
		.from(holders)
		.innerJoin(
			openSteps,
			and(eq(openSteps.situationPk, holders.situationPk), eq(openSteps.part, holders.part)),
		)
		.innerJoin(situations, eq(situations.pk, openSteps.situationPk))
		.innerJoin(participations, ownName)
		.where(and(eq(holders.structureId, structure), nobodyCarries, ownTerritory));
	return {
		own: own
			.orderBy(asc(openSteps.dueAt), asc(openSteps.situationPk))
			.limit(sql.placeholder("limit"))
			.offset(sql.placeholder("offset"))
			.prepare(),
		unbound: unbound
			.orderBy(asc(openSteps.dueAt), asc(openSteps.situationPk))
			.limit(sql.placeholder("limit"))
			.offset(sql.placeholder("offset"))
			.prepare(),
	};
}
