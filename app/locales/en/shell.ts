import type { Translation } from "#app/i18n/translation.ts";
import type { shell as fr } from "../fr/shell.ts";

/** The words around every page. */
export const shell = {
	title: "Professional space",
	brand: "Relais",
	skip: "Go to the content",
	navigation: {
		label: "Main navigation",
		myDay: "My day",
		protocols: "Protocols",
		studio: "Studio",
		directory: "Directory",
		account: "My account",
	},
	lock: "Lock",
	language: "Language",
	languageNow: "Language of this device:",
	ribbon: {
		word: "Made-up data",
		sentence: "Demonstration territory: nothing here is about a real person.",
	},
	acting: {
		as: "You act for:",
		change: "Change organisation",
		choose: "Act for:",
		current: "now",
	},
	emergency: {
		label: "Emergency numbers",
		now: "Danger now?",
		advice: "Advice day and night:",
		online: "Online violence:",
		listening: "Listening:",
		all: "All the numbers",
		allShort: "More",
		police: "police",
		policeShort: "police",
		ambulance: "ambulance",
		europe: "anywhere in Europe",
		europeShort: "Europe",
		text: "by text",
		textShort: "text",
		child: "child in danger",
		missing: "missing children",
		violence: "9:00 to 23:00",
		women: "women victims of violence (not an emergency line)",
		verified: "French national numbers, reviewed on 21 November 2026.",
	},
	failure: {
		home: "Back to my day",
		start: "Back to the start",
		reference: "Code {{status}}",
		offline: {
			title: "The connection is cut",
			what: "The page you asked for could not arrive. Nothing was half-sent.",
			next: "Find a network, then go back to the start. If there is danger, call.",
		},
		malformed: {
			title: "This request cannot be read",
			what: "The form arrived incomplete or damaged. Nothing was recorded.",
			next: "Go back to the previous page, reload it and start again.",
		},
		forbidden: {
			title: "This request is not allowed",
			what: "It does not come from a page of Relais, or your role does not allow it. Nothing was recorded.",
			next: "Go back to your day and start from there.",
		},
		absent: {
			title: "There is nothing at this address",
			what: "The page does not exist, or it is not open to your organisation.",
			next: "Go back to the start: all that waits for you is there.",
		},
		wrongWay: {
			title: "This page does not open that way",
			what: "The address exists, but it does not expect this action. Nothing was recorded.",
			next: "Go back to your day and start from there.",
		},
		movedOn: {
			title: "A partner acted meanwhile",
			what: "The page you were looking at was out of date. Nothing was recorded twice.",
			next: "Read what has changed, then decide.",
		},
		tooLarge: {
			title: "This is too large to send",
			what: "Relais only takes short answers. Nothing was recorded.",
			next: "Go back to the previous page and shorten your answer.",
		},
		wrongFormat: {
			title: "This format is not accepted",
			what: "Relais only reads its own forms. Nothing was recorded.",
			next: "Go back to the previous page and use its form.",
		},
		incomplete: {
			title: "Something is missing",
			what: "An answer is incomplete. Nothing was recorded.",
			next: "Go back to the previous page and complete it.",
		},
		tooMany: {
			title: "Too many tries in a short time",
			what: "To be on the safe side, Relais pauses for a moment.",
			next: "Wait a few minutes, then try again. If there is danger, call.",
		},
		broken: {
			title: "An error happened on our side",
			what: "Relais could not finish. If you were recording something, check in the history whether it is done.",
			next: "Try again. If the error comes back, tell the person who administers Relais.",
		},
		unavailable: {
			title: "Relais is unavailable for a moment",
			what: "The store is busy or under maintenance. Nothing was half-written.",
			next: "Wait a minute, then try again. If there is danger, call.",
		},
	},
} satisfies Translation<typeof fr>;
