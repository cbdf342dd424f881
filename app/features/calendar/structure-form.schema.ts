import "#app/locales/needed/calendar.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { confirmed, day, weekdays } from "./fields.schema.ts";

/** When a structure is closed each week, and whether the urgent reaches it all the same. */
export const everyWeekForm = z.object({
	change: z.literal("week"),
	weekdays,
	onCall: z.literal("yes").optional(),
	confirmed,
});

const period = { from: day, to: day, confirmed };
const inOrder = { path: ["to"], message: textKey("calendar:mistakes.to") };
const isInOrder = ({ from, to }: { from: string; to: string }) => from <= to;

/** One closing period more. */
export const addPeriodForm = z
	.object({ change: z.literal("add"), ...period })
	.refine(isInOrder, inOrder);

/** One closing period less. */
export const removePeriodForm = z
	.object({ change: z.literal("remove"), ...period })
	.refine(isInOrder, inOrder);

/** What may be changed in the closing days of a structure, one thing at a time. */
export const structureForm = z.discriminatedUnion("change", [
	everyWeekForm,
	addPeriodForm,
	removePeriodForm,
]);
export type StructureForm = z.output<typeof structureForm>;
