import { z } from "zod";

/**
 * The four ways to count time: round the clock, office hours, office days, days of the calendar.
 * Working time follows the territory's calendar.
 */
export const delayUnits = [
	"clock-hours",
	"working-hours",
	"working-days",
	"calendar-days",
] as const;
export type DelayUnit = (typeof delayUnits)[number];

/** A length of time, counted in one of the four units. */
export const duration = z.strictObject({
	n: z.number().int().min(1).max(1000),
	unit: z.enum(delayUnits),
});
export type Duration = z.infer<typeof duration>;

/** A delay that binds a team, never the young person, with what it rests on. */
export const delay = duration
	.extend({
		basis: z.enum(["law", "example", "proposal"]),
		reference: z.string().trim().min(1).max(300).optional(),
	})
	.strict()
	.refine(({ basis, reference }) => basis !== "law" || reference !== undefined, {
		path: ["reference"],
		params: { relais: "law-without-reference" },
	});
export type Delay = z.infer<typeof delay>;

const hourMs = 3_600_000;

/**
 * A rough length in milliseconds, for drawings and simulations that have no calendar.
 * Real due instants come from `protocols/calendar`.
 */
export function roughMs({ n, unit }: Duration): number {
	const hoursOf = {
		"clock-hours": 1,
		"working-hours": 3,
		"working-days": 33.6,
		"calendar-days": 24,
	};
	return n * hoursOf[unit] * hourMs;
}
