import type { Translation } from "#app/i18n/translation.ts";
import type { lock as fr } from "../fr/lock.ts";

/** The words of the locked screen. */
export const lock = {
	title: "Screen locked",
	lead: "Your session waits. Show that it is you to go on.",
	coverLead:
		"Nobody has touched this page for some minutes. Show that it is you: what you were writing is still there.",
	password: "Password",
	passwordMissing: "Write your password.",
	code: "Code of your application",
	codeMissing: "Write the code that your application shows.",
	wrong: "This does not fit. Check it, then try again.",
	tooMany: "Too many tries. Wait a quarter of an hour, or end the session.",
	resume: "Go on",
	passkey: "Go on with my passkey",
	passkeyScript: "Your passkey needs JavaScript.",
	demonstration: "In the demonstration, one tap is enough.",
	provider: "You came by ProConnect: end this session, then sign in again.",
	notYou: "Not your session? End it, then sign in.",
	end: "End the session",
	failed: "No answer from Relais. Check the connection, then try again.",
} satisfies Translation<typeof fr>;
