import type { Translation } from "#app/i18n/translation.ts";
import type { line as french } from "../fr/line.ts";

export const line = {
	legend: "How to read the drawing",
	kinds: {
		action: "Action",
		decision: "Decision",
		handoff: "Handoff to another structure",
		review: "Review, at a set date",
		closure: "Closure",
	},
	chips: {
		to: "may also lead to the step of that number",
		again: "may begin again; a figure says how often at most",
		opens: "may open the interruption of that letter",
		end: "the track or the interruption may end here",
	},
	phases: {
		identification: "Identification",
		orientation: "Orientation",
		accompaniment: "Support",
	},
	beside: "the course, wherever it stands; two bars when its delays pause",
	states: {
		done: "done",
		here: "under way",
		late: "late",
		paused: "paused",
		ahead: "to come",
	},
	situation: {
		label: "Where the situation stands",
		phaseDone: "phase done",
		phaseHere: "phase under way",
		phaseAhead: "phase to come",
		beside: "Beside the course",
	},
} satisfies Translation<typeof french>;
