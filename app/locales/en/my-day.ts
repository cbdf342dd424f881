import type { Translation } from "#app/i18n/translation.ts";
import type { myDay as fr } from "../fr/my-day.ts";

/** The words of one's day. */
export const myDay = {
	title: "My day",
	open: "Open a situation",
	week: "My week, in figures",
	all: "See the rest",
	moreThan: "more than {{count}}",
	pages: "Rest of the list",
	previous: "Previous page",
	next: "Next page",
	roleOpen: "Nobody carries this role yet: {{role}}",
	forReception: "For reception at your organisation.",
	sections: {
		recalled: "Numbers that a partner recalled",
		acknowledge: "To acknowledge",
		study: "To study and decide",
		precisions: "Precisions asked of you",
		steps: "My steps",
		unbound: "To choose: who carries the step",
		returns: "Refusals and silences to treat",
		external: "Outside answers to note",
		arbitrate: "To arbitrate",
		underway: "Handoffs under way",
		outcomes: "Outcomes to read",
		merged: "Situations brought together, to write in your register",
		drafts: "Drafts",
		inactive: "No activity",
		unsettled: "No activity, but something still runs",
		endedAlone: "Closed without activity",
		endedElsewhere: "Closed without activity in the territory",
	},
	merged: {
		remains: "Another situation joined it: it was the same.",
		closed: "Closed as a duplicate: it goes on under another alias.",
	},
	inactive: {
		reminder: "Nothing recorded since the week of {{week}}",
		proposal: "Nothing recorded since the week of {{week}}: close it, or say that it goes on",
		arbitration: "Nothing recorded since the week of {{week}}, and something still runs",
		unsettled_one:
			"Holds a situation without activity since the week of {{week}} in which something still runs: call them.",
		unsettled_other:
			"Holds {{count}} situations without activity, the first since the week of {{week}}, in which something still runs: call them.",
		endedElsewhere_one: "Held a situation that closed in the week of {{week}} without an answer.",
		endedElsewhere_other:
			"Held {{count}} situations that closed without an answer, the first in the week of {{week}}.",
		ended: "Closed in the week of {{week}}, erased from the week of {{next}} on",
		closes: "closes in the week of {{next}} at the earliest",
		protected: "Organisation with protected details",
	},
	retention: "Data retention",
	empty: {
		title: "Nothing waits for your organisation.",
		open: "Worried about a young person? Open a situation: the protocol guides you from the first step. If a partner calls you, their handoff will appear here.",
		coordinate: "No handoff is stuck in the territory. Those that get stuck will appear here.",
		page: "There is nothing more in this list.",
	},
	alerts: {
		title: "Repeated searches without a result",
		SEARCH_LOCKED: "{{who}}, {{when}}: search by code locked for an hour.",
		NUMBER_LOCKED: "{{who}}, {{when}}: typing a number locked for a quarter of an hour.",
		next: "Talk with the person about it: a lost register, or something else? No code is kept here.",
	},
	missing: {
		title: "Situations wait for a role that nobody holds",
		role_one: "{{role}}: one step waits.",
		role_other: "{{role}}: {{count}} steps wait.",
		act: "Complete the directory",
	},
	consultations: {
		title_one: "{{count}} protocol awaits your structure",
		title_other: "{{count}} protocols await your structure",
		lead: "Read what changes for you, then say whether you agree.",
		act: "Read and answer",
	},
	settled: {
		agreed: "“{{title}}”: the signatures that are needed are there",
		agreedNext: "The consultation is ripe: what is left is to publish.",
		publish: "What is left before publication",
		answered: "“{{title}}”: all structures have answered",
		answeredNext:
			"The signatures that are needed are not there: read the reservations and disagreements, then go back to the text.",
		read: "Read the answers",
	},
} satisfies Translation<typeof fr>;
