import { and, asc, eq } from "drizzle-orm";
import { recordAudit } from "./audit.ts";
import type { Db, Tx } from "./client.ts";
import type { Moment } from "./journal.ts";
import {
	signatureRules,
	type signatureScopes,
	signingRoles,
	signingStructures,
} from "./schema/signatures.ts";
import { structures } from "./schema/structures.ts";

/** Who must sign a protocol of a territory before it is published. */
export type SignatureRule = {
	/** Every structure that is consulted, or those that were chosen by role or by name. */
	scope: (typeof signatureScopes)[number];
	roles: string[];
	structures: string[];
	/** How many of them are enough; null when all must sign. */
	least: number | null;
	/** Whether an agreement with a reservation is no signature. */
	reservationBlocks: boolean;
};

/** Until a territory says otherwise: everybody who is consulted signs, with reservations or without. */
export const usualRule: SignatureRule = {
	scope: "everyone",
	roles: [],
	structures: [],
	least: null,
	reservationBlocks: false,
};

/** The rule of a territory: its own, or the usual one. */
export function signatureRuleOf(db: Db | Tx, territoryId: string): SignatureRule {
	const row = db
		.select()
		.from(signatureRules)
		.where(eq(signatureRules.territoryId, territoryId))
		.get();
	if (!row) return usualRule;
	const { scope, least, reservationBlocks } = row;
	return {
		...{ scope, least, reservationBlocks },
		roles: chosenRoles(db, territoryId),
		structures: chosenStructures(db, territoryId),
	};
}

/** Who changes the rule of which territory. */
export type RuleChange = {
	territoryId: string;
	actor: string;
	structureId: string;
	rule: SignatureRule;
};

/**
 * Changes who must sign; consultations that are open go on under the rule that they began with.
 *
 * @returns false when a chosen structure is none of the territory: then nothing was changed
 */
export function changeSignatureRule(
	db: Db,
	moment: Moment,
	{ territoryId, actor, structureId, rule }: RuleChange,
): boolean {
	return db.transaction(
		(tx) => {
			if (!rule.structures.every((id) => isHere(tx, territoryId, id))) return false;
			const { scope, least, reservationBlocks } = rule;
			const row = { scope, least, reservationBlocks, since: moment.now };
			tx.insert(signatureRules)
				.values({ territoryId, ...row })
				.onConflictDoUpdate({ target: signatureRules.territoryId, set: row })
				.run();
			chooseAgain(tx, territoryId, rule);
			recordAudit(tx, moment, { actor, structureId, act: "SIGNATURES_CHANGED" });
			return true;
		},
		{ behavior: "immediate" },
	);
}

function chooseAgain(tx: Tx, territoryId: string, rule: SignatureRule): void {
	tx.delete(signingRoles).where(eq(signingRoles.territoryId, territoryId)).run();
	tx.delete(signingStructures).where(eq(signingStructures.territoryId, territoryId)).run();
	for (const roleId of new Set(rule.roles)) {
		tx.insert(signingRoles).values({ territoryId, roleId }).run();
	}
	for (const structureId of new Set(rule.structures)) {
		tx.insert(signingStructures).values({ territoryId, structureId }).run();
	}
}

function chosenRoles(db: Db | Tx, territoryId: string): string[] {
	return db
		.select({ roleId: signingRoles.roleId })
		.from(signingRoles)
		.where(eq(signingRoles.territoryId, territoryId))
		.orderBy(asc(signingRoles.roleId))
		.all()
		.map(({ roleId }) => roleId);
}

function chosenStructures(db: Db | Tx, territoryId: string): string[] {
	return db
		.select({ structureId: signingStructures.structureId })
		.from(signingStructures)
		.where(eq(signingStructures.territoryId, territoryId))
		.orderBy(asc(signingStructures.structureId))
		.all()
		.map(({ structureId }) => structureId);
}

function isHere(tx: Tx, territoryId: string, structureId: string): boolean {
	const here = and(eq(structures.id, structureId), eq(structures.territoryId, territoryId));
	return tx.select({ id: structures.id }).from(structures).where(here).get() !== undefined;
}
