import type { messageKinds } from "#db/schema/journal.ts";
import type { Log } from "./log.server.ts";

/** A letter as the relay sees it: one of three constant texts, nothing of any situation. */
export type Letter = {
	to: string;
	template: (typeof messageKinds)[number];
	subject: string;
	text: string;
};

/** Sends letters. */
export type Mail = { send(letter: Letter): Promise<void> };

/** Where no relay is set up, nothing is sent, and the log says so without naming anybody. */
export function noMail(log: Log): Mail {
	return {
		async send({ template }) {
			log.warn({ event: "mail-not-set-up", template });
		},
	};
}
