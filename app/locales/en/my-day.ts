import type { Translation } from "#app/i18n/translation.ts";
import type { myDay as fr } from "../fr/my-day.ts";

/** The words of one's day. */
export const myDay = {
	title: "My day",
	open: "Open a situation",
	all: "See the rest",
	moreThan: "more than {{count}}",
	pages: "Rest of the list",
	previous: "Previous page",
	next: "Next page",
	roleOpen: "Nobody carries this role yet: {{role}}",
	forReception: "For reception at your organisation.",
	sections: {
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
		drafts: "Drafts",
	},
	empty: {
		title: "Nothing waits for your organisation.",
		open: "Worried about a young person? Open a situation: the protocol guides you from the first step. If a partner calls you, their handoff will appear here.",
		coordinate: "No handoff is stuck in the territory. Those that get stuck will appear here.",
		page: "There is nothing more in this list.",
	},
	missing: {
		title: "Situations wait for a role that nobody holds",
		role_one: "{{role}}: one step waits.",
		role_other: "{{role}}: {{count}} steps wait.",
		act: "Complete the directory",
	},
} satisfies Translation<typeof fr>;
