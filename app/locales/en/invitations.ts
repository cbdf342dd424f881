import type { Translation } from "#app/i18n/translation.ts";
import type { invitations as fr } from "../fr/invitations.ts";

/** The words of inviting somebody, and of the invitations that wait. */
export const invitations = {
	colleague: {
		title: "Invite a colleague",
		lead: "You will get a link to hand over in person or by your professional mail. Relais sends nothing itself.",
		back: "Members of my structure",
	},
	manager: {
		title: "Invite the person in charge",
		lead: "The first person in charge of {{structure}} will invite their colleagues. They also hold reception, so that a handoff always finds somebody.",
		back: "Keeping the directory",
		already: "This structure has somebody in charge already: inviting colleagues is up to them.",
	},
	duty: {
		title: "Invite for a duty",
		lead: "These people serve a whole territory. None of them reads the answers of a situation.",
		back: "Accounts of this instance",
		duty: "Duty",
		dutyMissing: "Choose the duty.",
		territory: "Territory",
		territoryMissing: "Choose a territory.",
		hints: {
			coordinator:
				"Keeps the directory and the protocol, watches delays; answers for the coordination.",
			animator: "Verifies resources and prepares the news of the network.",
			auditor: "Reads the trail of accesses, never the answers.",
			administrator: "Opens territories and the first accounts.",
		},
	},
	label: "Name that partners see",
	labelHint: "A profession and a letter, never a person's name. Examples: Nurse A, Referent B.",
	labelMissing: "Write the profession and a letter.",
	labelLong: "This is too long: 40 characters at most.",
	labelOdd: "Letters and spaces only. Example: Nurse A",
	labelName: "This looks like a person's name. Partners see the profession and a letter only.",
	labelTaken: "Somebody is called so already in this structure. Change the letter.",
	rights: "Rights",
	rightsHint: "Without any right, one follows the steps of one's role.",
	right: { reception: "Reception", manager: "In charge of the structure" },
	rightHint: {
		reception: "Acknowledges handoffs, accepts or declines them.",
		manager: "Invites and removes colleagues, keeps the profile, signs the protocol.",
	},
	submit: "Create the link",
	shown: {
		title: "The link to hand over",
		lead: "For: {{label}}",
		once: "This link will not be shown again. Copy it now.",
		until: "It works once, until {{until}}.",
		how: "Hand it over in person, or by your professional mail, to this person only. Whoever opens it can take their place.",
		link: "Link",
		copy: "Copy the link",
		copied: "Link copied.",
		done: "Done",
	},
	repeated:
		"This invitation was created already, and its link is shown only once. If it is lost, withdraw it and begin again.",
	pending: {
		title: "Invitations that wait",
		none: "No invitation waits.",
		to: "{{label}}, {{structure}}",
		until: "until {{until}}",
		withdraw: "Withdraw",
		withdrawFor: "the invitation of {{label}}",
	},
} satisfies Translation<typeof fr>;
