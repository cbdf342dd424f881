import type { Translation } from "#app/i18n/translation.ts";
import type { duplicates as fr } from "../fr/duplicates.ts";

export const duplicates = {
	title: "The same situation?",
	lead: "Two structures sometimes follow the same young person without knowing it. The voice alone says so: here nothing is searched or compared.",
	concerned: "Your situation",
	alias: "Your alias",
	age: "Age band",
	steps: "Steps under way",
	how: {
		title: "How to do it",
		call: "Telephone each other, each in front of their own situation.",
		number: "One asks for a number and says it; the other types it.",
		words: "You read the same two words, and each confirms.",
		who: "One of the two acts for the CRIP, the ASE or the coordination: they alone know both young people.",
		what: "The older situation remains. The other is closed as a duplicate: what still runs there goes on in the first one, with the same people and the same delays. No answer is copied.",
	},
	offer: {
		title: "You call, or are called",
		lead: "Ask for a number of six digits and say it. It is good for ten minutes, and for one time.",
		submit: "Get a number to say",
	},
	offered: {
		title: "Your number",
		waiting: "Your number waits to be typed",
		once: "Say it on the telephone. It will not be shown again.",
		until: "It is good until {{until}}, for one time.",
		look: "See whether the other person has typed it",
		another: "Ask for another number",
		stop: "Give up",
	},
	take: {
		title: "You are told a number",
		label: "The number that you hear",
		hint: "Six digits.",
		submit: "I heard this number",
		missing: "Type the number that you hear.",
		malformed: "It takes six digits and nothing else.",
		nowhere:
			"This number leads nowhere: misheard, too old, typed already, or said for this very situation. Ask for another one.",
		tooMany: "Too many numbers lead nowhere. Wait a quarter of an hour, then try again.",
	},
	words: {
		title: "You read the same two words",
		compare: "Say these two words to each other aloud before you confirm.",
		remains: "Your situation remains: the other one joins it.",
		closes:
			"Your situation will be closed as a duplicate. It goes on under another alias, which you will see here.",
		mine: "You have confirmed",
		notMine: "It is for you to confirm",
		theirs: "The other person has confirmed",
		notTheirs: "The other person has not confirmed yet",
		until: "Unless both of you confirm before {{until}}, nothing happens.",
		confirm: "Same words: it is the same situation",
		look: "See whether the other person has confirmed",
		refuse: "It is not the same, or the words differ",
	},
	refused: {
		title: "Nothing was brought together",
		lead: "One of you said that it was not the same situation, or started again.",
	},
} as const satisfies Translation<typeof fr>;
