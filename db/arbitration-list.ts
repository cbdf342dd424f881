import { and, asc, eq, inArray, isNotNull, isNull, notExists, or, sql } from "drizzle-orm";
import type { LifeState } from "#protocols/casework/handoff/life.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Urgency } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import type { Db } from "./client.ts";
import { liveStates } from "./handoff-lists.ts";
import { knownStructures } from "./known-structures.ts";
import { compiledVersion } from "./protocol-versions.ts";
import { handoffs } from "./schema/handoffs.ts";
import { openSteps, situations } from "./schema/situations.ts";
import { structureRoles, structures } from "./schema/structures.ts";
import { type Cut, type Listed, stepTitle, unitOf } from "./work-list.ts";

/** A handoff that is stuck, as a coordinator sees it: who, how urgent, since when; no answer. */
export type StuckHandoff = {
	handle: string;
	step: Text;
	/** Null where a name protects somebody, or outside the application: then the role says who. */
	from: string | null;
	to: string | null;
	fromRole: Text;
	toRole: Text;
	urgency: Urgency;
	state: LifeState;
	dueAt: number | null;
	unit: DelayUnit;
};

/** The handoffs of the territory that nobody answered, that were refused, escalated or disputed. */
export function stuckHandoffs(db: Db, scope: Scope, { limit, offset = 0 }: Cut) {
	const { territoryId } = scope;
	const found = db
		.select({
			handle: handoffs.senderHandle,
			stepId: handoffs.stepId,
			senderId: handoffs.senderId,
			recipientId: handoffs.recipientId,
			roleId: handoffs.roleId,
			urgency: handoffs.urgency,
			state: handoffs.state,
			dueAt: handoffs.dueAt,
			versionHash: situations.versionHash,
		})
		.from(situations)
		.innerJoin(handoffs, eq(handoffs.situationPk, situations.pk))
		.where(
			and(
				eq(situations.territoryId, territoryId),
				isNotNull(handoffs.sentAt),
				or(
					inArray(handoffs.state, ["unanswered", "declined", "cancellationRequested"]),
					and(inArray(handoffs.state, [...liveStates]), eq(handoffs.delay, "escalated")),
				),
			),
		)
		.orderBy(asc(handoffs.dueAt), asc(handoffs.id))
		.limit(limit + 1)
		.offset(offset)
		.all();
	const known = knownStructures(db, scope);
	const rows = found.slice(0, limit).map(
		(row): StuckHandoff => ({
			handle: row.handle,
			step: stepTitle(db, territoryId, row),
			from: known.get(row.senderId)?.name ?? null,
			to: known.get(row.recipientId ?? "")?.name ?? null,
			...rolesOf(db, territoryId, row),
			urgency: row.urgency,
			state: row.state,
			dueAt: row.dueAt,
			unit: unitOf(row),
		}),
	);
	return { rows, more: found.length > limit } satisfies Listed<StuckHandoff>;
}

function rolesOf(
	db: Db,
	territoryId: string,
	{ versionHash, stepId, roleId }: { versionHash: string; stepId: string; roleId: string },
): { fromRole: Text; toRole: Text } {
	const { protocol, places } = compiledVersion(db, territoryId, versionHash);
	const label = (id: string) => protocol.roles.find((role) => role.id === id)?.label ?? { fr: id };
	const sender = places.steps.get(stepId)?.step.role ?? "";
	return { fromRole: label(sender), toRole: label(roleId) };
}

/** A role that open steps need and that no active structure of the territory holds. */
export type MissingRole = { role: Text; steps: number; dueAt: number };

/** The roles that nobody in the territory can play though situations wait for them. */
export function missingRoles(db: Db, { territoryId }: Scope): MissingRole[] {
	const holding = db
		.select({ id: structures.id })
		.from(structureRoles)
		.innerJoin(structures, eq(structures.id, structureRoles.structureId))
		.where(
			and(
				eq(structureRoles.roleId, openSteps.roleId),
				eq(structures.territoryId, territoryId),
				eq(structures.active, true),
			),
		);
	return db
		.select({
			roleId: openSteps.roleId,
			steps: sql<number>`count(*)`,
			dueAt: sql<number>`min(${openSteps.dueAt})`,
			versionHash: sql<string>`max(${situations.versionHash})`,
		})
		.from(openSteps)
		.innerJoin(situations, eq(situations.pk, openSteps.situationPk))
		.where(
			and(
				isNull(openSteps.structureId),
				eq(situations.territoryId, territoryId),
				notExists(holding),
			),
		)
		.groupBy(openSteps.roleId)
		.all()
		.map(({ roleId, versionHash, ...row }) => {
			const { protocol } = compiledVersion(db, territoryId, versionHash);
			const role = protocol.roles.find(({ id }) => id === roleId);
			return { role: role?.label ?? { fr: roleId }, ...row };
		});
}
