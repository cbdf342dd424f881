import type { Translation } from "#app/i18n/translation.ts";
import type { due as fr } from "../fr/due.ts";

/** How far away something is due. */
export const due = {
	paused: "paused",
	ahead: {
		minutes_one: "{{count}} min left",
		minutes_other: "{{count}} min left",
		hours_one: "{{count}} h left",
		hours_other: "{{count}} h left",
		on: "{{left}}, {{day}} at {{time}}",
		"working-days_one": "in {{count}} working day, {{day}}",
		"working-days_other": "in {{count}} working days, {{day}}",
		days_one: "in {{count}} day, {{day}}",
		days_other: "in {{count}} days, {{day}}",
	},
	late: {
		minutes_one: "{{count}} min late",
		minutes_other: "{{count}} min late",
		hours_one: "{{count}} h late",
		hours_other: "{{count}} h late",
		"working-days_one": "a working day late",
		"working-days_other": "{{count}} working days late",
		days_one: "a day late",
		days_other: "{{count}} days late",
	},
} satisfies Translation<typeof fr>;
