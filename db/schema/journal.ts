import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { oneOf } from "./one-of.ts";
import { situations } from "./situations.ts";
import { structures } from "./structures.ts";

export const eventTypes = [
	"situation-opened",
	"step-answered",
	"interruption-raised",
	"role-bound",
	"lead-named",
	"entry-corrected",
	"clock-struck",
	"handoff-prepared",
	"handoff-moved",
] as const;

/** History: append-only by trigger, in order. `db/journal.ts` is its only writer. */
export const journal = sqliteTable(
	"journal",
	{
		/** Order over all situations, for the journal's head. */
		sequence: integer("sequence").primaryKey({ autoIncrement: true }),
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		position: integer("position").notNull(),
		type: text("type", { enum: eventTypes }).notNull(),
		/** A structure, or `clock` or `system`. */
		by: text("by").notNull(),
		actor: text("actor"),
		at: integer("at").notNull(),
		/** Codes, ids and instants, as JSON. */
		payload: text("payload").notNull(),
	},
	(event) => [
		uniqueIndex("journal_situation").on(event.situationPk, event.position),
		check("journal_type", oneOf(event.type, eventTypes)),
	],
);

export const stages = ["soon", "overdue", "escalate"] as const;

/** The next strike of each clock; `fireAt` is null while the clock is paused or has struck its last. */
export const timers = sqliteTable(
	"timers",
	{
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		clock: text("clock").notNull(),
		stage: text("stage", { enum: stages }),
		fireAt: integer("fire_at"),
	},
	(timer) => [
		primaryKey({ columns: [timer.situationPk, timer.clock] }),
		index("timers_fire_at").on(timer.fireAt),
		check("timers_stage", oneOf(timer.stage, stages)),
	],
);

/** A form that was already recorded: sending it again changes nothing. */
export const idempotencyKeys = sqliteTable(
	"idempotency_keys",
	{
		memberId: text("member_id").notNull(),
		key: text("key").notNull(),
		/** SHA-256 of what was sent. */
		bodyHash: text("body_hash").notNull(),
		/** Where the first answer led: a handle, or nothing. */
		outcome: text("outcome").notNull(),
		at: integer("at").notNull(),
	},
	(row) => [primaryKey({ columns: [row.memberId, row.key] }), index("idempotency_at").on(row.at)],
);

export const messageKinds = ["waiting", "urgent"] as const;

/** Messages to send: written with the event, sent by a worker, empty of any content. */
export const outbox = sqliteTable(
	"outbox",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		kind: text("kind", { enum: messageKinds }).notNull(),
		at: integer("at").notNull(),
		sentAt: integer("sent_at"),
	},
	(message) => [
		index("outbox_waiting").on(message.sentAt, message.at),
		check("outbox_kind", oneOf(message.kind, messageKinds)),
	],
);
