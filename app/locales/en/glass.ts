import type { Translation } from "#app/i18n/translation.ts";
import type { glass as french } from "../fr/glass.ts";

/** The words of an emergency access: two people, a reason, four hours. */
export const glass = {
	reason: {
		REFERENT_ABSENT: "The referent is absent and nobody can stand in",
		RECEPTION_ABSENT: "Nobody is left at the reception of this structure",
		STRUCTURE_CLOSED: "The structure has closed without saying so",
	},
	state: {
		asked: "Emergency access asked for: without an agreement by {{at}} it lapses",
		agreed: "Emergency access open to the coordination until {{at}}",
		refused: "The structure did not agree to the emergency access",
		used: "The coordination gave this handoff back through an emergency access",
	},
	ask: {
		title: "Ask for an emergency access",
		lead: "To give back a handoff that the recipient can no longer give back itself, and entrust it to another. A manager of that structure must agree. The access lasts four hours, it leaves a trace, both structures are told. Answers stay between them.",
		back: "The handoff",
		reason: "Why can the structure not give it back?",
		missing: "Choose the reason.",
		submit: "Ask for the agreement",
		act: "Give the handoff back",
	},
	refusals: {
		"not-stuck": "This handoff needs no emergency access: nobody carries it, or it has ended.",
		"already-asked": "An emergency access is asked for or open already.",
		"not-asked": "This request no longer waits: it has lapsed, or somebody answered it.",
		"same-person": "It takes two people: whoever asks does not agree.",
	},
	decide: {
		title: "Emergency access asked for",
		lead: "The coordination asks to give back a handoff that your structure carries. Telephone before you answer.",
		back: "My day",
		one: "Handoff {{number}}",
		askedAt: "asked on {{at}}",
		what: "If you agree, it may give this handoff back and entrust it to another structure, for four hours. It reads no answer.",
		agree: "Agree for four hours",
		refuse: "Do not agree",
		none: "No emergency access is asked for",
		noneNext: "A request of the coordination would show here and in My day.",
		done: {
			agree: "Agreed for four hours. Both structures are told.",
			refuse: "Not agreed. The coordination sees it.",
		},
	},
	asked: {
		title_one: "The coordination asks for an emergency access",
		title_other: "The coordination asks for {{count}} emergency accesses",
		link: "Read and answer",
	},
	banner: {
		ask: "Emergency access",
		answers: "The coordination reads no answer.",
	},
} satisfies Translation<typeof french>;
