import type { z } from "zod";
import type { ruleForm } from "#app/features/agreement/rule-form.schema.ts";
import type { RuleView } from "#app/features/agreement/rule-page.tsx";
import type { Language } from "#app/i18n/languages.ts";
import type { Db } from "#db/client.ts";
import { activeStructures } from "#db/consulted-structures.ts";
import { roleLabels } from "#db/coverage.ts";
import { changeSignatureRule, signatureRuleOf } from "#db/signature-rule.ts";
import { say } from "#protocols/language/text.ts";
import { momentOf } from "./casework.server.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** The rule of a territory, with everything that it may name. */
export function ruleView(db: Db, territoryId: string, language: Language): RuleView {
	const { scope, roles, structures, least, reservationBlocks } = signatureRuleOf(db, territoryId);
	const labels = [...roleLabels(db, territoryId)];
	return {
		...{ scope, roles, structures },
		least: least === null ? "" : String(least),
		reservation: reservationBlocks ? "blocks" : "passes",
		choices: {
			roles: labels
				.map(([value, label]) => ({ value, label: say(label, language) }))
				.sort((one, other) => one.label.localeCompare(other.label, language)),
			structures: activeStructures(db, territoryId).map(({ id, name }) => ({
				...{ value: id, label: name },
			})),
		},
	};
}

/**
 * Sets the rule as the form says it.
 *
 * @throws Response 400 when it names what is none of the territory: our page offers nothing else
 */
export function setRule(services: Services, member: Member, wish: z.output<typeof ruleForm>): void {
	const { territoryId, structureId, memberId: actor } = member;
	const known = roleLabels(services.db, territoryId);
	const { scope, roles, structures, least, reservation } = wish;
	const rule = { scope, roles, structures, least, reservationBlocks: reservation === "blocks" };
	const change = { territoryId, actor, structureId, rule };
	const taken =
		roles.every((role) => known.has(role)) &&
		changeSignatureRule(services.db, momentOf(services), change);
	if (!taken) throw new Response(null, { status: 400, statusText: "Bad Request" });
}
