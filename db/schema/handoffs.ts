import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { lifeStates } from "#protocols/casework/handoff/life.ts";
import { urgencies } from "#protocols/language/step.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { situations } from "./situations.ts";
import { members, structures } from "./structures.ts";

export const delayStates = ["onTime", "soon", "overdue", "escalated"] as const;
export const sides = ["sender", "recipient"] as const;

/** A handoff, for lists and for its own page; each side has an address of its own. */
export const handoffs = sqliteTable(
	"handoffs",
	{
		id: text("id").primaryKey(),
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		/** What two professionals say on the telephone to be sure that they mean the same line. */
		number: text("number").notNull().unique(),
		senderHandle: text("sender_handle").notNull().unique(),
		recipientHandle: text("recipient_handle").notNull().unique(),
		stepId: text("step_id").notNull(),
		senderId: text("sender_id")
			.notNull()
			.references(() => structures.id),
		/** Null for an external recipient. */
		recipientId: text("recipient_id").references(() => structures.id),
		roleId: text("role_id").notNull(),
		urgency: text("urgency", { enum: urgencies }).notNull(),
		state: text("state", { enum: lifeStates }).notNull(),
		delay: text("delay", { enum: delayStates }).notNull(),
		loopClosed: integer("loop_closed", { mode: "boolean" }).notNull(),
		/** Whose turn it is; null when nobody is awaited any more. */
		awaited: text("awaited", { enum: sides }),
		dueAt: integer("due_at"),
		sentAt: integer("sent_at"),
		referentId: text("referent_id").references(() => members.id),
	},
	(handoff) => [
		index("handoffs_recipient").on(handoff.recipientId, handoff.awaited, handoff.dueAt),
		index("handoffs_sender").on(handoff.senderId, handoff.awaited, handoff.dueAt),
		index("handoffs_situation").on(handoff.situationPk),
		index("handoffs_state").on(handoff.state, handoff.dueAt),
		check("handoffs_urgency", oneOf(handoff.urgency, urgencies)),
		check("handoffs_state", oneOf(handoff.state, lifeStates)),
		check("handoffs_delay", oneOf(handoff.delay, delayStates)),
		check("handoffs_loop_closed", yesOrNo(handoff.loopClosed)),
		check("handoffs_awaited", oneOf(handoff.awaited, sides)),
	],
);
