import type { duties } from "#db/schema/structures.ts";
import { notFound } from "./not-found.server.ts";

type Duty = (typeof duties)[number];

/** What a person is, as far as the policy looks at them. */
export type Standing = { duty: Duty; reception: boolean; manager: boolean };

type Rule = { duties: readonly Duty[]; and?: "reception" | "manager" };

const everyone = ["professional", "coordinator", "animator", "administrator", "auditor"] as const;
const professional = ["professional"] as const;
const coordinator = ["coordinator"] as const;

/**
 * Who may do what. What is not written here is refused.
 *
 * Having the right to read situations never means reading any of them: each query is
 * limited to those in which the member's own structure has a part.
 */
const rules = {
	"read-account": { duties: everyone },
	"read-own-readings": { duties: everyone },
	"read-directory": { duties: everyone },
	"read-protocol": { duties: everyone },
	"propose-resource": { duties: everyone },

	"open-situation": { duties: professional },
	"read-situation": { duties: [...professional, ...coordinator] },
	"act-on-situation": { duties: [...professional, ...coordinator] },
	"match-situation": { duties: [...professional, ...coordinator] },
	"find-situation": { duties: [...professional, ...coordinator] },
	"play-drill": { duties: [...professional, ...coordinator] },
	"read-my-day": { duties: [...professional, ...coordinator] },
	"act-on-handoff": { duties: [...professional, ...coordinator] },

	"manage-structure": { duties: [...professional, ...coordinator], and: "manager" },
	"read-second": { duties: [...professional, ...coordinator] },
	"invite-colleague": { duties: [...professional, ...coordinator], and: "manager" },
	"help-back-in": [
		{ duties: [...professional, ...coordinator], and: "manager" },
		{ duties: ["coordinator", "administrator"] },
	],
	"read-consultation": { duties: [...professional, ...coordinator] },
	"sign-protocol": { duties: [...professional, ...coordinator], and: "manager" },
	"read-structure-audit": { duties: [...professional, ...coordinator], and: "manager" },

	"design-protocol": { duties: coordinator },
	"publish-protocol": { duties: coordinator },
	/** A manager stands in only where one person alone coordinates; never who made the last edits. */
	"approve-protocol": [
		{ duties: coordinator },
		{ duties: [...professional, ...coordinator], and: "manager" },
	],
	"keep-directory": { duties: coordinator },
	"keep-retention": { duties: coordinator },
	"keep-calendar": { duties: coordinator },
	"read-calendar": { duties: everyone },
	"read-monitoring": { duties: coordinator },
	"arbitrate-handoff": { duties: coordinator },
	"read-statistics": { duties: ["coordinator", "animator", "auditor"] },

	"verify-resource": { duties: ["animator"] },
	"write-newsletter": { duties: ["animator"] },
	"read-coverage": { duties: ["coordinator", "animator"] },

	"administer-instance": { duties: ["administrator"] },
	"read-audit": { duties: ["auditor"] },
} as const satisfies Record<string, Rule | readonly Rule[]>;

/** Something that the policy decides about. */
export type Act = keyof typeof rules;

/** Every act of the policy, for the tests and for the page that explains it. */
export const acts = Object.keys(rules) as Act[];

/** Says whether a person of this standing may do this; of several rules, one is enough. */
export function may(standing: Standing, act: Act): boolean {
	const rule: Rule | readonly Rule[] = Object.hasOwn(rules, act) ? rules[act] : [];
	return [rule]
		.flat()
		.some(
			({ duties, and }) => duties.includes(standing.duty) && (and === undefined || standing[and]),
		);
}

/** Lets a person pass who may do this; for anybody else there is nothing here. */
export function requireMay(standing: Standing, act: Act): void {
	if (!may(standing, act)) notFound();
}
