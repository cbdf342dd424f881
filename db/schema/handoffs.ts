import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { lifeStates } from "#protocols/casework/handoff/life.ts";
import { urgencies } from "#protocols/language/step.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { mismatches } from "#protocols/language/vocabulary/handoff-codes.ts";
import { aliasPlaces, codeSymbols, instant, protocolName, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { situations } from "./situations.ts";
import { members, structures } from "./structures.ts";

export const delayStates = ["onTime", "soon", "overdue", "escalated"] as const;
export const sides = ["sender", "recipient"] as const;

/** Why a recipient has not found the line: what it said, or its silence. */
export const unmatchedReasons = [...codesOf(mismatches), "SILENCE"] as const;

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
		/** Two words of the list of aliases, as their numbers: both sides read them on their own page. */
		words: text("words").notNull(),
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
		/** Null once the line was found, or nobody looks for it any more. */
		unmatched: text("unmatched", { enum: unmatchedReasons }),
	},
	(handoff) => [
		index("handoffs_recipient").on(handoff.recipientId, handoff.awaited, handoff.dueAt),
		index("handoffs_sender").on(handoff.senderId, handoff.awaited, handoff.dueAt),
		index("handoffs_situation").on(handoff.situationPk),
		index("handoffs_state").on(handoff.state, handoff.dueAt),
		check("handoffs_id_form", token(handoff.id)),
		check("handoffs_number_form", codeSymbols(handoff.number)),
		check("handoffs_sender_handle_form", token(handoff.senderHandle)),
		check("handoffs_recipient_handle_form", token(handoff.recipientHandle)),
		check("handoffs_step_id_form", protocolName(handoff.stepId)),
		check("handoffs_role_id_form", protocolName(handoff.roleId)),
		check("handoffs_due_at_range", instant(handoff.dueAt)),
		check("handoffs_sent_at_range", instant(handoff.sentAt)),
		check("handoffs_urgency", oneOf(handoff.urgency, urgencies)),
		check("handoffs_state", oneOf(handoff.state, lifeStates)),
		check("handoffs_delay", oneOf(handoff.delay, delayStates)),
		check("handoffs_loop_closed", yesOrNo(handoff.loopClosed)),
		check("handoffs_awaited", oneOf(handoff.awaited, sides)),
		uniqueIndex("handoffs_words").on(handoff.recipientId, handoff.words),
		check("handoffs_words_form", aliasPlaces(handoff.words)),
		check("handoffs_unmatched", oneOf(handoff.unmatched, unmatchedReasons)),
	],
);

/** A number that its sender recalled: the line is on top of the recipient's day for a while. */
export const recalls = sqliteTable(
	"recalls",
	{
		handoffId: text("handoff_id")
			.primaryKey()
			.references(() => handoffs.id, { onDelete: "cascade" }),
		/** Forgotten then. */
		until: integer("until").notNull(),
	},
	(recall) => [check("recalls_until_range", instant(recall.until))],
);
