import type { Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import { structuresHolding } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { compiledVersion, publishedProtocols } from "./protocol-versions.ts";

/** A role that the published protocols count on, and how many active structures hold it. */
export type Coverage = { roleId: string; label: Text; structures: number };

/** What a role does in one published protocol. */
export type RoleInProtocol = {
	protocolId: string;
	title: Text;
	/** The steps that the role carries. */
	carries: Text[];
	/** The handoff steps that may be addressed to it. */
	receives: Text[];
};

/** The roles of the published protocols that no structure holds, or one alone; the emptiest first. */
export function thinRoles(db: Db, territoryId: string): Coverage[] {
	const labels = roleLabels(db, territoryId);
	return usedRoles(db, territoryId)
		.map((roleId) => ({
			roleId,
			label: labels.get(roleId) ?? { fr: roleId },
			structures: structuresHolding(db, territoryId, roleId).length,
		}))
		.filter(({ structures }) => structures < 2)
		.sort((one, other) => one.structures - other.structures);
}

/** How roles are called: by the published protocols first, else by the vocabulary. */
export function roleLabels(db: Db, territoryId: string): Map<string, Text> {
	const labels = new Map<string, Text>(referenceRoles.map(({ id, label }) => [id, label]));
	for (const { protocol } of published(db, territoryId)) {
		for (const { id, label } of protocol.roles) labels.set(id, label);
	}
	return labels;
}

/** Where a role stands in each published protocol that uses it. */
export function roleInProtocols(db: Db, territoryId: string, roleId: string): RoleInProtocol[] {
	return published(db, territoryId)
		.map(({ protocol, places }) => {
			const steps = [...places.steps.values()].map(({ step }) => step);
			return {
				protocolId: protocol.id,
				title: protocol.title,
				carries: titlesOf(steps, (step) => step.role === roleId),
				receives: titlesOf(steps, (step) => step.handoff?.to === roleId),
			};
		})
		.filter(({ carries, receives }) => carries.length + receives.length > 0);
}

function titlesOf(steps: Step[], picks: (step: Step) => boolean): Text[] {
	return steps.filter(picks).map(({ title }) => title);
}

function usedRoles(db: Db, territoryId: string): string[] {
	const used = published(db, territoryId).flatMap(({ protocol, places }) => {
		const external = protocol.roles.filter((role) => role.external).map(({ id }) => id);
		return [...places.steps.values()]
			.flatMap(({ step }) => [step.role, ...(step.handoff ? [step.handoff.to] : [])])
			.filter((roleId) => !external.includes(roleId));
	});
	return [...new Set(used)];
}

function published(db: Db, territoryId: string) {
	return publishedProtocols(db, territoryId).map(({ hash }) =>
		compiledVersion(db, territoryId, hash),
	);
}
