import { dayNumberOf } from "#protocols/calendar/day-number.ts";
import { dayMs, instantOf } from "#protocols/calendar/time-zone.ts";
import type { ActOnHandoff } from "#protocols/casework/commands.ts";
import { handoffCodes } from "#protocols/casework/events.ts";
import type { ActAnswers } from "./act-form.schema.ts";
import type { ActForm } from "./act-table.ts";

/** What the answers of an act's page say, as the decision reads it. */
export type SaidInAct = Pick<
	ActOnHandoff,
	"codes" | "outcome" | "referent" | "until" | "reroutesTo"
>;

/** Reads the answers of an act's page; a day becomes its end, where the territory is. */
export function saidInAct(
	{ fields, act }: ActForm,
	answers: ActAnswers,
	place: { timeZone: string; latest: number | null; idOf: (key: string) => string },
): SaidInAct {
	const word = (need: string) => {
		const answer = answers[need];
		return typeof answer === "string" ? answer : undefined;
	};
	const coded = fields.filter(({ need }) => need in handoffCodes.shape);
	const given = coded.filter(({ need }) => answers[need] !== undefined);
	const structure = (need: string) => {
		const key = word(need);
		return key === undefined ? undefined : place.idOf(key);
	};
	const codes = Object.fromEntries(
		given.map(({ need }) => [need, need === "suggests" ? structure(need) : answers[need]]),
	);
	const day = word("until");
	// Another step is chosen only where the refusal is said to lead to one.
	const staysOpen = act === "RECORD_REFUSAL" && word("next") !== "OUTCOME";
	return {
		codes: handoffCodes.parse(codes),
		outcome: staysOpen ? undefined : answers.stepOutcome,
		referent: word("referent"),
		until: day === undefined ? undefined : endOfDay(day, place),
		reroutesTo: structure("reroutesTo"),
	};
}

/**
 * The end of a day on the clocks of a territory.
 *
 * @param latest on that very day, the limit itself counts: it may lie before midnight
 */
export function endOfDay(
	day: string,
	{ timeZone, latest }: { timeZone: string; latest: number | null },
): number {
	const start = instantOf(timeZone, dayNumberOf(day) * dayMs);
	const end = instantOf(timeZone, (dayNumberOf(day) + 1) * dayMs) - 1;
	return latest !== null && latest >= start && latest < end ? latest : end;
}
