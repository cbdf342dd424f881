import { sql } from "drizzle-orm";
import {
	blob,
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
} from "drizzle-orm/sqlite-core";
import { between, mostEntries } from "./form.ts";
import { handoffs } from "./handoffs.ts";
import { oneOf } from "./one-of.ts";

/** Why a checkpoint was made: the day's, a handoff that was sent or accepted, an operator's wish. */
export const checkpointReasons = ["day", "handoff", "asked"] as const;

/**
 * Signed statements of how far the two chains had come, append-only by trigger. They count for
 * something once a copy is held outside: on paper, by the partners.
 */
export const checkpoints = sqliteTable(
	"checkpoints",
	{
		sequence: integer("sequence").primaryKey(),
		at: integer("at").notNull(),
		reason: text("reason", { enum: checkpointReasons }).notNull(),
		journalCount: integer("journal_count").notNull(),
		journalHead: blob("journal_head", { mode: "buffer" }).notNull(),
		auditCount: integer("audit_count").notNull(),
		auditHead: blob("audit_head", { mode: "buffer" }).notNull(),
		/** Ed25519, over the text that `checkpoint-text.ts` writes. */
		signature: blob("signature", { mode: "buffer" }).notNull(),
	},
	(row) => [
		index("checkpoints_at").on(row.at),
		check("checkpoints_journal_count_range", between(row.journalCount, 0, mostEntries)),
		check("checkpoints_audit_count_range", between(row.auditCount, 0, mostEntries)),
		check("checkpoints_reason", oneOf(row.reason, checkpointReasons)),
		check("checkpoints_journal_head_form", sql`length(${row.journalHead}) = 32`),
		check("checkpoints_audit_head_form", sql`length(${row.auditHead}) = 32`),
		check("checkpoints_signature_form", sql`length(${row.signature}) = 64`),
	],
);

/** Which checkpoints the two sides of a handoff were shown; forgotten with the handoff. */
export const handoffCheckpoints = sqliteTable(
	"handoff_checkpoints",
	{
		handoffId: text("handoff_id")
			.notNull()
			.references(() => handoffs.id, { onDelete: "cascade" }),
		checkpoint: integer("checkpoint")
			.notNull()
			.references(() => checkpoints.sequence),
	},
	(row) => [
		primaryKey({ columns: [row.handoffId, row.checkpoint] }),
		index("handoff_checkpoints_checkpoint").on(row.checkpoint),
	],
);
