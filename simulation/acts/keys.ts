import type { Db } from "#db/client.ts";
import type { Sending } from "#db/idempotency.ts";
import type { Moment, Recorded } from "#db/journal.ts";
import type { Done, Wish } from "../perform.ts";
import type { Run } from "../run.ts";

/** An idempotency key, as a form carries one. */
export function newKey({ random }: Run): string {
	return Buffer.from(random.bytes(16)).toString("base64url");
}

/** What was recorded, as a simulation counts it. */
export function doneOf(recorded: Recorded): Done {
	if (!recorded.recorded) return { accepted: false, why: recorded.refusal.code };
	return { accepted: true, repeated: "repeated" in recorded };
}

/** Something that was sent with a key, and how to send it once more. */
export type Sent = {
	wish: Wish;
	sending: Sending;
	/** The same with another body under the same key. */
	ask(db: Db, moment: Moment, sending: Sending): Done;
	at: number;
};
