import { sql } from "drizzle-orm";
import {
	blob,
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { rungs } from "#protocols/casework/ladder.ts";
import { stages } from "#protocols/casework/situation.ts";
import { between, clockName, hexadecimal, instant, knownName, mostEvents, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { situations } from "./situations.ts";
import { structures } from "./structures.ts";

/**
 * History: append-only by trigger, in order, chained. `db/journal.ts` is its only writer.
 *
 * All that an event says is sealed with the key of its situation. When a situation is forgotten,
 * its key and its rows go and these stay, unreadable: that is why nothing here refers to
 * `situations`; a trigger asks for the situation when an entry is added.
 */
export const journal = sqliteTable(
	"journal",
	{
		/** Order over all situations: 1, 2, 3 … without a gap. */
		sequence: integer("sequence").primaryKey(),
		situationPk: integer("situation_pk").notNull(),
		position: integer("position").notNull(),
		/** The event, with who, when and what kind: see `sealed-events.ts`. */
		sealed: blob("sealed", { mode: "buffer" }).notNull(),
		/** What ties the entry to all entries before it: see `chain.ts`. */
		link: blob("link", { mode: "buffer" }).notNull(),
	},
	(event) => [
		uniqueIndex("journal_situation").on(event.situationPk, event.position),
		check("journal_position_range", between(event.position, 1, mostEvents)),
		check("journal_link_form", sql`length(${event.link}) = 32`),
	],
);

/** A situation that was forgotten: that it was, and in which week. */
export const purgedSituations = sqliteTable(
	"purged_situations",
	{
		situationPk: integer("situation_pk").primaryKey(),
		/** The Monday of that week at 00:00 UTC, in milliseconds since 1970. */
		week: integer("week").notNull(),
		/** Whether the files were read back and nothing of it was found. */
		verified: integer("verified", { mode: "boolean" }).notNull(),
	},
	(purged) => [
		check("purged_situations_week", sql`${purged.week} % 604800000 = 345600000`),
		check("purged_situations_verified", yesOrNo(purged.verified)),
	],
);

/**
 * The next strike of each clock; `fireAt` is null while the clock is paused or has struck its last.
 * Beside it, how far up the ladder the clock is.
 */
export const timers = sqliteTable(
	"timers",
	{
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		clock: text("clock").notNull(),
		stage: text("stage", { enum: stages }),
		fireAt: integer("fire_at"),
		/** The highest rung of the ladder that was told, and when; null before the first. */
		rung: text("rung", { enum: rungs }),
		rungAt: integer("rung_at"),
		/** When the delay ended, and when twice the delay has run: how long somebody waits, by the delay. */
		dueAt: integer("due_at"),
		twiceAt: integer("twice_at"),
	},
	(timer) => [
		primaryKey({ columns: [timer.situationPk, timer.clock] }),
		index("timers_fire_at").on(timer.fireAt),
		index("timers_rung").on(timer.rung),
		check("timers_rung", oneOf(timer.rung, rungs)),
		check("timers_rung_at", sql`(${timer.rung} is null) = (${timer.rungAt} is null)`),
		check("timers_rung_at_range", instant(timer.rungAt)),
		check("timers_due_at_range", instant(timer.dueAt)),
		check("timers_twice_at_range", instant(timer.twiceAt)),
		check("timers_clock_form", clockName(timer.clock)),
		check("timers_fire_at_range", instant(timer.fireAt)),
		check("timers_stage", oneOf(timer.stage, stages)),
	],
);

/** A form that was already recorded: sending it again changes nothing. */
export const idempotencyKeys = sqliteTable(
	"idempotency_keys",
	{
		memberId: text("member_id").notNull(),
		key: text("key").notNull(),
		/** HMAC of what was sent, under a key that is not in this file: no guess can be tried on it. */
		bodyHash: text("body_hash").notNull(),
		/** Where the first answer led: a handle, or nothing. */
		outcome: text("outcome").notNull(),
		at: integer("at").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.memberId, row.key] }),
		index("idempotency_at").on(row.at),
		check("idempotency_keys_member_id_form", knownName(row.memberId)),
		check("idempotency_keys_key_form", token(row.key)),
		check("idempotency_keys_body_hash_form", hexadecimal(row.bodyHash)),
		check("idempotency_keys_outcome_form", sql`${row.outcome} = '' or (${token(row.outcome)})`),
		check("idempotency_keys_at_range", instant(row.at)),
	],
);

/** `waiting` goes into the next notice, `urgent` at once, `operator` to whoever runs the server. */
export const messageKinds = ["waiting", "urgent", "operator"] as const;

/** Who of a structure should look: everybody, those who coordinate the territory, its second contact. */
export const audiences = ["structure", "coordinators", "second-contact"] as const;

/**
 * That somebody should look: written with the event, made into letters by a worker, empty of any
 * content. `sentAt` is when its letters were made; each of them is then sent by itself.
 */
export const outbox = sqliteTable(
	"outbox",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		/** Null for whoever runs the server. */
		structureId: text("structure_id").references(() => structures.id),
		/** A structure that has named no second contact is told as a whole. */
		audience: text("audience", { enum: audiences }).notNull().default("structure"),
		kind: text("kind", { enum: messageKinds }).notNull(),
		at: integer("at").notNull(),
		sentAt: integer("sent_at"),
	},
	(message) => [
		index("outbox_waiting").on(message.sentAt, message.at),
		check("outbox_kind", oneOf(message.kind, messageKinds)),
		check("outbox_audience", oneOf(message.audience, audiences)),
		check("outbox_to", sql`(${message.structureId} is null) = (${message.kind} = 'operator')`),
	],
);
