import type { Language } from "#app/i18n/languages.ts";
import type { LetterText } from "#db/letter-queue.ts";

/** A letter as the relay sees it: a constant text, nothing of any situation. */
export type Letter = {
	to: string;
	/** Names it in its header, the same at every try. */
	number: string;
	text: LetterText;
	language: Language;
	subject: string;
	body: string;
	/** Milliseconds since 1970. */
	at: number;
};

/**
 * What became of a letter that was handed over: taken; the relay itself is not there, and no letter
 * would pass; this letter did not pass and may later; or it never will.
 */
export type Delivery = "taken" | "no-relay" | "not-now" | "never";

/** Sends letters. */
export type Mail = {
	/** Whether a relay is set up: without one, letters are shown and not sent. */
	relay: boolean;
	send(letter: Letter): Promise<Delivery>;
	/** Reaches the relay without sending anything; undefined when it answers and lets us in. */
	trouble(): Promise<"unreachable" | undefined>;
};

/** Where no relay is set up, nothing is sent. */
export const noMail: Mail = {
	relay: false,
	send: async () => "no-relay",
	trouble: async () => undefined,
};
