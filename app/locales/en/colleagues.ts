import type { Translation } from "#app/i18n/translation.ts";
import type { colleagues as fr } from "../fr/colleagues.ts";

/** The words of the people of one's structure. */
export const colleagues = {
	title: "Members of my structure",
	lead: "{{structure}}: who may act for it, and how.",
	invite: "Invite a colleague",
	table: {
		caption: "Members",
		label: "Name that partners see",
		rights: "Rights",
		seen: "Last here",
		act: "Change",
	},
	none: "no particular right",
	reception: "reception",
	manager: "in charge",
	yourself: "you",
	seen: {
		"this-month": "this month",
		"longer-ago": "more than a month ago",
		disabled: "access closed",
		dormant: "suspended after 90 days away",
		deleted: "account deleted",
	},
	refersTo_one: "A running handoff counts on this person: reception will name somebody else.",
	refersTo_other:
		"{{count}} running handoffs count on this person: reception will name somebody else.",
	onlySeen: "Relais keeps no more than that: no hour and no page that was read is shown here.",
	review: {
		title: "Review of the list",
		never: "This list was never reviewed.",
		last: "Reviewed on {{date}}.",
		due: "It is time to read it again: who has left, who should not have this right any more?",
		act: "The list is right",
		hint: "To be done every three months. The coordination sees the date, not the list.",
	},
	change: {
		title: "Change an access",
		back: "Members of my structure",
		rights: "What this person may do",
		submit: "Save the rights",
		close: "Close this access",
		closeLead:
			"All their sessions end at once, and the invitations they created are withdrawn. What they did stays in the history.",
		closeAct: "Close the access now",
		open: "Open this access again",
		openLead: "This person gets the same rights back, with the passkey or the code they had.",
		openAct: "Open the access again",
		duty: "This person has a duty in the territory: the administration of the instance looks after it.",
		yourself: "You cannot close your own access. Ask somebody else in charge.",
	},
	refusals: {
		"last-reception":
			"Nobody would hold reception any more, and a handoff would find nobody. Give this right to somebody else first.",
		"last-manager":
			"Nobody would answer for the structure any more. Give this right to somebody else first.",
		yourself: "You cannot close your own access. Ask somebody else in charge.",
	},
	saved: {
		changed: "Rights saved.",
		closed: "Access closed: their sessions are over.",
		opened: "Access opened again.",
		reviewed: "Review recorded.",
		withdrawn: "Invitation withdrawn.",
	},
	reminder: {
		title: "The list of your members is to be read again",
		lead: "Every three months: who has left, who should not have this right any more?",
		act: "Read the list",
	},
} satisfies Translation<typeof fr>;
