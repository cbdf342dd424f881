import { z } from "zod";
import { signInWays } from "#db/schema/accounts.ts";
import { letterTexts } from "#db/schema/messages.ts";
import { refusalReasons } from "./guard.server.ts";
import { guessedSecrets } from "./guessed-secrets.ts";

const count = z.number().int().min(0).max(100_000_000);
const port = z.number().int().min(0).max(65_535);
const status = z.number().int().min(100).max(599);
const version = z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}(-[a-z0-9.]{1,20})?$/);

/** The name of a class of errors, or of a kind of value: never a word that somebody typed. */
export const classForm =
	/^(([A-Z][A-Za-z]{0,30})?(Error|Fault|Exception)|CannotStart|string|number|bigint|boolean|symbol|undefined|object|function)$/;
const className = z.string().regex(classForm);

/** A line of ours on the way to an error: `at act (app/server/x.ts:1:2)`. */
export const ownPlace =
	/^at ([\w$.<>]{1,80} \()?(app|db|protocols|build)\/[\w$./-]{1,160}:\d{1,7}:\d{1,7}\)?$/;
const stack = z.array(z.string().regex(ownPlace)).max(8);

/** The file of a route: its parameters stand there as names, never as what somebody asked for. */
const route = z.string().regex(/^(root|routes\/[\w.$-]{1,80})$/);

const storeCode = z.string().regex(/^(SQLITE_[A-Z_]{1,40}|READING_NOT_KEPT|KEYS_[A-Z_]{1,20})$/);

/** The work that goes on beside the requests. */
export const workerNames = [
	"timers",
	"retention",
	"dormant-accounts",
	"witness",
	"housekeeping",
	"public-texts",
	"backup",
	"letters",
	"figures",
	"clock",
	"upgrade",
] as const;

/**
 * Everything that may be logged: codes of closed lists, counts, and names of our own files. An
 * address, an e-mail, a code or a handle of a situation has no field to land in. A feature that
 * needs a line adds it here; `log-events.test.ts` refuses a field that could hold a sentence.
 */
export const logEvent = z.discriminatedUnion("event", [
	z.strictObject({ event: z.literal("started"), port, version, demonstration: z.boolean() }),
	z.strictObject({
		event: z.literal("demonstration-filled"),
		situations: count,
		milliseconds: count,
	}),
	z.strictObject({ event: z.literal("stopping"), signal: z.enum(["SIGTERM", "SIGINT"]) }),
	z.strictObject({ event: z.literal("stopped") }),
	z.strictObject({
		event: z.literal("answered"),
		method: z.enum(["GET", "HEAD", "POST", "other"]),
		status,
		milliseconds: count,
		route: route.optional(),
	}),
	z.strictObject({ event: z.literal("refused"), status, reason: z.enum(refusalReasons) }),
	z.strictObject({
		event: z.literal("signed-in"),
		way: z.enum(signInWays),
	}),
	z.strictObject({
		event: z.literal("sign-in-refused"),
		code: z.enum(["wrong", "too-many", "suspended"]),
	}),
	z.strictObject({
		event: z.literal("provider-sign-in-refused"),
		code: z.enum(["unavailable", "cancelled", "refused", "stale", "unknown", "suspended"]),
	}),
	z.strictObject({ event: z.literal("accounts-slept"), suspended: count, deleted: count }),
	z.strictObject({ event: z.literal("tries-refused"), secret: z.enum(guessedSecrets) }),
	z.strictObject({ event: z.literal("store-fault"), code: storeCode, route: route.optional() }),
	z.strictObject({ event: z.literal("bug"), className, stack, route: route.optional() }),
	z.strictObject({
		event: z.literal("auth"),
		message: z.enum(["wrong-credentials", "complaint"]),
	}),
	z.strictObject({
		event: z.literal("worker-failed"),
		worker: z.enum(workerNames),
		className,
	}),
	z.strictObject({
		event: z.literal("clocks-failed"),
		refused: count,
		faults: z.array(className).max(40),
	}),
	/** A new version wrote the rows of situations anew; of some the history could not be told. */
	z.strictObject({ event: z.literal("rows-rewritten"), rewritten: count, untold: count }),
	/** No sweep of the clocks was completed for so long, and whether whoever runs the server was told. */
	z.strictObject({
		event: z.literal("sweep-silent"),
		minutes: count,
		told: z.enum(["operator", "not-reached", "nobody"]),
	}),
	/** The clock of the server was set, or shows an earlier instant than the store knows. */
	z.strictObject({
		event: z.literal("clock-skewed"),
		way: z.enum(["ahead", "behind"]),
		minutes: count,
	}),
	/** A change of the calendar could not move the clocks of so many situations. */
	z.strictObject({
		event: z.literal("clocks-not-recalculated"),
		situations: count,
		faults: z.array(className).max(40),
	}),
	z.strictObject({
		event: z.literal("retention-swept"),
		remind: count,
		propose: count,
		arbitrate: count,
		close: count,
		purge: count,
		/** Forgotten as well, though a reader still held the bytes: verified again each hour. */
		unverified: count,
		trail: count,
		faults: z.array(className).max(40),
	}),
	/** Every public text was read again: how many there are, and in how many places somebody may be named. */
	z.strictObject({
		event: z.literal("public-texts-read"),
		texts: count,
		names: count,
		stops: count,
	}),
	/** Days that nobody looked on, or by which the clock went back: an outage, or a wrong clock. */
	z.strictObject({ event: z.literal("days-missing"), missed: count, ahead: count }),
	z.strictObject({ event: z.literal("mail-not-set-up"), template: z.enum(letterTexts) }),
	/** What became of the letters that were due: how many, and never to whom. */
	z.strictObject({
		event: z.literal("letters-sent"),
		sent: count,
		shown: count,
		dropped: count,
		failed: count,
	}),
	/** The mail server could not be reached, so often in a row. */
	z.strictObject({ event: z.literal("mail-relay-silent"), failures: count }),
	/** The chains were worked out anew, and nothing speaks against them. */
	z.strictObject({ event: z.literal("history-whole") }),
	/** Entries or checkpoints were changed, or keys are missing: see docs/sealed-history.md. */
	z.strictObject({
		event: z.literal("history-altered"),
		journalBrokenAt: count.optional(),
		auditBrokenAt: count.optional(),
		disagreeing: count,
		unreadable: count,
	}),
	/** What was being forgotten when the process ended, or came back with a backup, was forgotten. */
	z.strictObject({ event: z.literal("purges-completed"), situations: count, unverified: count }),
	/** A backup was made by itself, and what had expired was removed. */
	z.strictObject({
		event: z.literal("backed-up"),
		kilobytes: count,
		milliseconds: count,
		removed: count,
		/** The list of what was forgotten that lay there was not this store's: somebody changed it. */
		listRefused: z.boolean(),
	}),
	/** Whoever copies the data directory has the key too: a territory sets RELAIS_KEY_FILE. */
	z.strictObject({ event: z.literal("wrapping-key-beside-data") }),
	/** A library spoke on the console: that it did, not what it said. */
	z.strictObject({ event: z.literal("library-spoke"), level: z.enum(["info", "warn", "error"]) }),
]);

/** One line of the log. */
export type LogEvent = z.infer<typeof logEvent>;

/** Stands for a line that did not fit: its name, where that is one of ours, and nothing else. */
export function withheld(event: unknown): { event: "withheld"; of: string } {
	const { event: name } = (event ?? {}) as { event?: unknown };
	const known = logEvent.options.find(({ shape }) => shape.event.value === name);
	return { event: "withheld", of: known ? String(name) : "unknown" };
}
