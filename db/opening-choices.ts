import { dangerInterruption } from "#protocols/casework/handoff/act.ts";
import { openingRole } from "#protocols/casework/opening.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Scope } from "./access.ts";
import { structuresHolding } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { compiledVersion, publishedProtocols } from "./protocol-versions.ts";

/** A published protocol under which a structure may open a situation. */
export type OpeningChoice = {
	id: string;
	hash: string;
	title: Text;
	audience: Text | null;
	steps: number;
	firstStep: Text;
	/** What may already be happening, danger first. */
	raises: { id: string; title: Text; danger: boolean }[];
};

/** The published protocols whose first step a structure may carry. */
export function openingChoices(db: Db, { territoryId, structureId }: Scope): OpeningChoice[] {
	return publishedProtocols(db, territoryId).flatMap(({ id, hash, title, audience, steps }) => {
		const compiled = compiledVersion(db, territoryId, hash);
		const role = openingRole(compiled);
		if (!structuresHolding(db, territoryId, role).includes(structureId)) return [];
		const { protocol, places } = compiled;
		const first = [...places.steps.values()].find(({ step }) => step.role === role);
		const holds = (roles: string[]) =>
			roles.some((one) => structuresHolding(db, territoryId, one).includes(structureId));
		const raises = protocol.interruptions
			.filter(({ raisedBy }) => raisedBy === "anyone" || holds(raisedBy))
			.map((one) => ({ id: one.id, title: one.title, danger: one.id === dangerInterruption }))
			.sort((one, other) => Number(other.danger) - Number(one.danger));
		const firstStep = first?.step.title ?? title;
		return [{ id, hash, title, audience: audience ?? null, steps, firstStep, raises }];
	});
}
