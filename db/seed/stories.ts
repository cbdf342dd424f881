import { modelOf } from "#protocols/catalogue/catalogue.ts";
import type { Act, Scenario } from "#protocols/catalogue/scenario.ts";
import type { Duration } from "#protocols/language/delay.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";

/** A made-up situation: a story of the catalogue, played up to a point by structures of the seed. */
export type Story = {
	/** The model of the catalogue and one of its scenarios. */
	from: [model: string, scenario: string];
	/** How many acts of the scenario; all of them when left out. */
	acts?: number;
	/** Acts beyond those of the scenario. */
	also?: Act[];
	/** How long ago the last act took place. */
	ago: Duration;
	/** Who plays a role in this situation; otherwise the first structure of the directory. */
	cast: Record<string, string>;
	facts?: Answers;
	/** Interruptions that run from the opening on. */
	opensWith?: string[];
	/** Somebody still has to choose who plays the next role. */
	leavesChoice?: boolean;
	/** It began under the version before the present one, and was not moved since. */
	underEarlier?: true;
	/** Nobody acted after that: the reminder, the proposal and the closure came in their time. */
	leftAlone?: true;
};

/** How the version before the present one of a model is called among those of the seed. */
export function earlierOf(model: string): string {
	return `${model} before`;
}

const workingHours = (n: number): Duration => ({ n, unit: "working-hours" });
/** Days at the office, counted in hours: what ended then ended in the middle of a day. */
const workingDays = (n: number): Duration => workingHours(n * 8.5 - 2);
const hours = (n: number): Duration => ({ n, unit: "clock-hours" });

const school = { reperant: "college-saule" };
const outreach = { reperant: "prevention-tilleul" };
const care = { reperant: "mda-lin" };

const identification: Story[] = [
	{ from: ["reference-a", "straight"], acts: 0, ago: workingHours(3), cast: school },
	{ from: ["reference-a", "straight"], acts: 1, ago: workingDays(1), cast: outreach },
	{ from: ["reference-a", "straight"], acts: 3, ago: workingDays(4), cast: care },
	{ from: ["reference-b", "straight"], acts: 2, ago: workingDays(1), cast: school },
	{
		from: ["reference-a", "concern-lifted"],
		acts: 2,
		ago: { n: 9, unit: "calendar-days" },
		cast: { reperant: "mission-trefle" },
		facts: { age_band: "A15_17", source_type: "OTHER" },
	},
	{
		from: ["reference-c", "opened-by-an-absence"],
		acts: 0,
		ago: hours(1),
		cast: { mecs: "mecs-cedre" },
		facts: { age_band: "A15_17", source_type: "CARE_HOME" },
		opensWith: ["runaway"],
	},
	{
		from: ["reference-a", "danger-in-identification"],
		acts: 7,
		ago: hours(0.5),
		cast: { reperant: "prevention-tilleul", "ref-struct": "prevention-tilleul" },
	},
];

/** Handoffs on the desk of the CRIP: sent, received, unanswered, declined, or still a draft. */
const orientation: Story[] = [
	{
		from: ["reference-a", "straight"],
		acts: 4,
		also: [{ by: "ref-struct", handsOff: "send-concern", draft: true }],
		ago: workingHours(2),
		cast: school,
	},
	{ from: ["reference-a", "straight"], acts: 5, ago: workingHours(2), cast: outreach },
	{
		from: ["reference-a", "straight"],
		acts: 5,
		ago: workingHours(6),
		cast: { reperant: "mda-lin" },
	},
	{
		from: ["reference-b", "straight"],
		acts: 4,
		ago: workingHours(1),
		cast: { reperant: "milieu-merisier" },
	},
	{
		from: ["reference-a", "silence"],
		acts: 5,
		ago: workingDays(5),
		cast: { reperant: "association-loutre" },
	},
	{
		from: ["reference-a", "straight"],
		acts: 6,
		ago: workingHours(3),
		cast: { reperant: "equipe-roseau" },
	},
	{
		from: ["reference-a", "straight"],
		acts: 6,
		also: [{ by: "crip", onHandoff: "send-concern", event: "ASK_INFO" }],
		ago: workingHours(3),
		cast: { reperant: "foyer-erable" },
		facts: { age_band: "UNK", source_type: "CARE_HOME" },
	},
	{
		from: ["reference-a", "change-of-territory"],
		acts: 7,
		ago: workingHours(4),
		cast: school,
		facts: { age_band: "U15", source_type: "SCHOOL" },
	},
	{ from: ["reference-a", "straight"], acts: 7, ago: workingDays(4), cast: outreach },
	{
		from: ["reference-a", "straight"],
		acts: 9,
		ago: workingHours(5),
		cast: { reperant: "uaped-orme" },
		leavesChoice: true,
	},
	{
		from: ["reference-b", "silence-then-rerouting"],
		acts: 8,
		ago: workingDays(7),
		cast: { reperant: "equipe-roseau", "ref-dept": "coordination" },
	},
	{
		from: ["reference-c", "straight"],
		acts: 12,
		ago: workingHours(5),
		cast: { mecs: "mecs-cedre", "asso-spe": "association-loutre" },
		facts: { age_band: "A15_17", source_type: "CARE_HOME" },
	},
];

const accompaniment: Story[] = [
	{
		from: ["reference-a", "straight"],
		acts: 23,
		ago: workingDays(2),
		cast: { ...school, "ref-parcours": "prevention-tilleul", eval: "milieu-merisier" },
		underEarlier: true,
	},
	{
		from: ["reference-a", "straight"],
		acts: 26,
		ago: workingHours(3),
		cast: { ...outreach, "ref-parcours": "association-loutre", soin: "mda-lin" },
	},
	{
		from: ["reference-a", "straight"],
		acts: 30,
		ago: workingDays(1),
		cast: { ...school, "ref-parcours": "prevention-tilleul", soin: "uaped-orme" },
		underEarlier: true,
	},
	{
		from: ["reference-a", "straight"],
		acts: 29,
		also: [{ by: "soin", onHandoff: "offer-care", event: "SUSPEND" }],
		ago: { n: 3, unit: "calendar-days" },
		cast: { ...outreach, "ref-parcours": "milieu-merisier", soin: "mda-lin" },
	},
	{
		from: ["reference-a", "runaway-and-return"],
		acts: 20,
		ago: hours(20),
		cast: { reperant: "mda-lin", "ref-parcours": "prevention-tilleul", soin: "mda-lin" },
	},
	{
		from: ["reference-a", "refusal-and-rerouting"],
		acts: 13,
		ago: workingHours(7),
		cast: { ...school, "ref-parcours": "ase-noyer", "asso-spe": "association-loutre" },
	},
	{
		from: ["reference-a", "refusal-and-rerouting"],
		ago: workingDays(2),
		cast: { ...care, "ref-parcours": "milieu-merisier", soin: "uaped-orme" },
	},
	{
		from: ["reference-a", "straight"],
		acts: 29,
		also: [{ by: "ref-parcours", onHandoff: "offer-care", event: "ASK_CANCELLATION" }],
		ago: workingHours(5),
		cast: { ...school, "ref-parcours": "association-loutre", soin: "mda-lin" },
	},
	{
		from: ["reference-b", "missing-place-and-care"],
		ago: workingDays(8),
		cast: { ...outreach, "ref-parcours": "prevention-tilleul", "ref-dept": "coordination" },
	},
	{
		from: ["reference-b", "renewed-exposure"],
		acts: 20,
		also: [{ by: "soin", onHandoff: "offer-care", event: "MISSED" }],
		ago: workingDays(1),
		cast: { reperant: "milieu-merisier", "ref-parcours": "milieu-merisier", soin: "uaped-orme" },
	},
	{
		from: ["reference-c", "runaway-and-return"],
		acts: 23,
		ago: hours(30),
		cast: { mecs: "foyer-erable", "asso-spe": "equipe-roseau", "ref-parcours": "ase-noyer" },
		facts: { age_band: "A15_17", source_type: "CARE_HOME" },
	},
	{
		from: ["reference-c", "straight"],
		acts: 24,
		ago: workingHours(6),
		cast: { mecs: "mecs-cedre", "ref-parcours": "mecs-cedre", soin: "uaped-orme" },
		facts: { age_band: "A15_17", source_type: "CARE_HOME" },
	},
	{
		from: ["reference-a", "coming-of-age"],
		acts: 22,
		ago: workingDays(1),
		cast: { reperant: "victimes-frene", "ref-parcours": "ase-noyer" },
	},
];

const closed: Story[] = [
	{
		from: ["reference-a", "straight"],
		ago: workingDays(6),
		cast: { ...school, "ref-parcours": "prevention-tilleul", soin: "mda-lin" },
	},
	{ from: ["reference-a", "concern-lifted"], ago: workingDays(3), cast: outreach },
	{
		from: ["reference-c", "coming-of-age"],
		ago: workingDays(2),
		cast: { mecs: "mecs-cedre", "ref-parcours": "mecs-cedre" },
		facts: { age_band: "A18_20", source_type: "CARE_HOME" },
	},
];

const days = (n: number): Duration => ({ n, unit: "calendar-days" });

const leftAlone: Story[] = [
	{ from: ["reference-a", "straight"], acts: 1, ago: days(100), cast: outreach, leftAlone: true },
	{ from: ["reference-a", "straight"], acts: 1, ago: days(200), cast: school, leftAlone: true },
];

/** The situations of the demonstration, from the first sign to the closure. */
export const stories: Story[] = [
	...identification,
	...orientation,
	...accompaniment,
	...closed,
	...leftAlone,
];

/** What a story plays: the acts of its scenario up to its point, then its own. */
export function scenarioOf({ from: [model, id], acts, also = [], opensWith }: Story): Scenario {
	const scenario = modelOf(model)?.scenarios.find((one) => one.id === id);
	if (!scenario) throw new RangeError(`The catalogue has no scenario ${model}/${id}.`);
	const played = [...scenario.acts.slice(0, acts ?? scenario.acts.length), ...also];
	return { ...scenario, acts: played, ...(opensWith ? { opensWith } : {}) };
}
