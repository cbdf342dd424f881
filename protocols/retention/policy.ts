import type { CodeList } from "#protocols/language/vocabulary/code-list.ts";

/** Why a territory keeps closed situations longer than 90 days, as its impact assessment says. */
export const longerReasons = {
	LATE_RETURNS: {
		fr: "Retours tardifs attendus des partenaires (écrit dans l'analyse d'impact)",
		en: "Late returns expected from partners (written in the impact assessment)",
	},
	REOPENINGS: {
		fr: "Réouvertures fréquentes dans l'année (écrit dans l'analyse d'impact)",
		en: "Frequent reopenings within the year (written in the impact assessment)",
	},
	PROCEEDINGS: {
		fr: "Procédures longues (écrit dans l'analyse d'impact)",
		en: "Long proceedings (written in the impact assessment)",
	},
} as const satisfies CodeList;
export type LongerReason = keyof typeof longerReasons;

/** How long a territory keeps what; all in days. */
export type RetentionPolicy = {
	/** Without an act of a person: the holders are reminded, */
	reminderDays: number;
	/** then closing is proposed, */
	proposalDays: number;
	/** then the system closes, unless something still runs. */
	closureDays: number;
	/** After the closure, everything about the situation is forgotten. */
	purgeDays: number;
	/** Needed beyond 90 days. */
	longerReason: LongerReason | null;
};

/** What is set as a number of days. */
export type RetentionField = Exclude<keyof RetentionPolicy, "longerReason">;

/** The shorter of what the two specifications propose; a territory may shorten it further. */
export const defaultRetention: RetentionPolicy = {
	reminderDays: 60,
	proposalDays: 90,
	closureDays: 180,
	purgeDays: 90,
	longerReason: null,
};

/** Beyond this, closed situations are kept only with a reason. */
export const ordinaryPurgeDays = defaultRetention.purgeDays;

/**
 * The least and the most of each. The least is what people need to answer: a mistaken setting
 * closes and forgets nothing at once. The most is the default, but for closed situations: two
 * years after the last contact, the ceiling of the CNIL's framework for child protection (2022).
 */
export const retentionLimits: Record<RetentionField, { least: number; most: number }> = {
	reminderDays: { least: 14, most: defaultRetention.reminderDays },
	proposalDays: { least: 28, most: defaultRetention.proposalDays },
	closureDays: { least: 56, most: defaultRetention.closureDays },
	purgeDays: { least: 30, most: 730 },
};

/** Days that people have between a reminder and a proposal, and between a proposal and the closure. */
export const leastBetweenDays = 14;

/** What is the same for every territory, because the store itself keeps to it. */
export const fixedRetention = { trailDays: 365, sendingDays: 7 } as const;

/** What is wrong with a policy. */
export type RetentionRefusal =
	| { code: "too-short"; field: RetentionField; least: number }
	| { code: "too-long"; field: RetentionField; most: number }
	| { code: "too-close"; field: RetentionField; after: RetentionField; least: number }
	| { code: "reason-missing" }
	| { code: "reason-needless" };

const fields = Object.keys(retentionLimits) as RetentionField[];

const inOrder = [
	["reminderDays", "proposalDays"],
	["proposalDays", "closureDays"],
] as const satisfies [RetentionField, RetentionField][];

/** Everything that is wrong with a policy; empty when it may be set. */
export function checkRetention(policy: RetentionPolicy): RetentionRefusal[] {
	const outside = fields.flatMap((field) => limitRefusal(field, policy[field]));
	if (outside.length > 0) return outside;
	const tooClose = inOrder
		.filter(([before, after]) => policy[after] - policy[before] < leastBetweenDays)
		.map(([before, field]) => ({
			code: "too-close" as const,
			field,
			after: before,
			least: policy[before] + leastBetweenDays,
		}));
	return [...tooClose, ...reasonRefusal(policy)];
}

function limitRefusal(field: RetentionField, days: number): RetentionRefusal[] {
	const { least, most } = retentionLimits[field];
	if (!(days >= least)) return [{ code: "too-short", field, least }];
	return days > most ? [{ code: "too-long", field, most }] : [];
}

function reasonRefusal({ purgeDays, longerReason }: RetentionPolicy): RetentionRefusal[] {
	const needed = purgeDays > ordinaryPurgeDays;
	if (needed && longerReason === null) return [{ code: "reason-missing" }];
	return !needed && longerReason !== null ? [{ code: "reason-needless" }] : [];
}
