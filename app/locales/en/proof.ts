import type { Translation } from "#app/i18n/translation.ts";
import type { proof as french } from "../fr/proof.ts";

/** The words of the proof that some acts ask for again. */
export const proof = {
	title: "Confirm that it is you",
	why: "To be safe, Relais checks who is in front of the screen. A confirmation counts for five minutes.",
	code: "Code of your application",
	codeHint: "Six digits, or one of your backup codes.",
	tick: "It is me",
	tickHint: "In the demonstration, this box stands for the passkey or the code.",
	or: "Or, more simply:",
	passkey: "Confirm with my passkey",
	passkeyDone: "Confirmed. You can record.",
	passkeyScript:
		"Your passkey needs JavaScript. Switch it on in this browser, then reload the page.",
	provider: "You sign in with ProConnect.",
	providerAct: "Sign in again with ProConnect (new tab)",
	providerThen: "Then come back to this page and record: what you wrote stays there.",
	wrong: "This code does not fit, or it was used already. Wait for the next one and write it.",
	tooMany: "Too many tries. Wait a quarter of an hour, or confirm in another way.",
	missing: {
		tick: "Tick the box to confirm that it is you. What you wrote is kept.",
		code: "Write a code to confirm that it is you. What you wrote is kept.",
		passkey: "Confirm with your passkey, then record. What you wrote is kept.",
		provider: "Sign in again with ProConnect, then record. What you wrote is kept.",
	},
} satisfies Translation<typeof french>;
