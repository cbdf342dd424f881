import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { instant, token } from "./form.ts";
import { handoffs } from "./handoffs.ts";
import { oneOf } from "./one-of.ts";
import { members, structures } from "./structures.ts";

/** Why the structure that holds a handoff cannot give it back itself. */
export const glassReasons = ["REFERENT_ABSENT", "RECEPTION_ABSENT", "STRUCTURE_CLOSED"] as const;

/** Where an emergency access stands; the hours that it lasts are counted from `decidedAt`. */
export const glassStates = ["asked", "agreed", "refused", "used"] as const;

/**
 * A handoff that a coordinator may give back for the structure that holds it: asked by one
 * person, agreed by another of that structure, for a few hours.
 */
export const glassOpenings = sqliteTable(
	"glass_openings",
	{
		/** 128 random bits, base64url. */
		id: text("id").primaryKey(),
		handoffId: text("handoff_id")
			.notNull()
			.references(() => handoffs.id, { onDelete: "cascade" }),
		/** Whose manager agrees. */
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		reason: text("reason", { enum: glassReasons }).notNull(),
		state: text("state", { enum: glassStates }).notNull(),
		askedBy: text("asked_by")
			.notNull()
			.references(() => members.id),
		askedAt: integer("asked_at").notNull(),
		decidedBy: text("decided_by").references(() => members.id),
		decidedAt: integer("decided_at"),
	},
	(opening) => [
		index("glass_openings_handoff").on(opening.handoffId),
		index("glass_openings_structure").on(opening.structureId, opening.state),
		check("glass_openings_id_form", token(opening.id)),
		check("glass_openings_reason", oneOf(opening.reason, glassReasons)),
		check("glass_openings_state", oneOf(opening.state, glassStates)),
		check("glass_openings_asked_at_range", instant(opening.askedAt)),
		check(
			"glass_openings_decided_at_range",
			sql`${opening.decidedAt} is null or (${instant(opening.decidedAt)})`,
		),
		check(
			"glass_openings_two_people",
			sql`${opening.decidedBy} is null or ${opening.decidedBy} <> ${opening.askedBy}`,
		),
		check(
			"glass_openings_decided",
			sql`(${opening.state} = 'asked') = (${opening.decidedBy} is null)`,
		),
	],
);
