import { sql } from "drizzle-orm";
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";
import {
	agreementAnswers,
	agreementObjections,
	warningReasons,
} from "#protocols/language/vocabulary/agreement-codes.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import {
	between,
	hexadecimal,
	instant,
	placeInText,
	protocolName,
	textUpTo,
	token,
} from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { protocolVersions } from "./protocol-versions.ts";
import { mostSignatures } from "./signatures.ts";
import { members, structures } from "./structures.ts";
import { territories } from "./territories.ts";

/** Where a consultation stands: a published or withdrawn one takes no further answer. */
export const consultationStates = ["open", "withdrawn", "published"] as const;

/** The longest comment on a version, in characters. */
export const longestComment = 600;

/** A version that the partners of a territory are asked about, under the rule that held that day. */
export const consultations = sqliteTable(
	"consultations",
	{
		/** A handle: it stands in addresses. */
		id: text("id").primaryKey(),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		protocolId: text("protocol_id").notNull(),
		versionHash: text("version_hash").notNull(),
		/** The published version that it was compared with; null for a first one. */
		formerHash: text("former_hash"),
		/** The draft that was frozen; it may be dropped later. */
		draftId: text("draft_id").notNull(),
		state: text("state", { enum: consultationStates }).notNull(),
		/** How many of those who must sign are enough; null when all of them must. */
		least: integer("least"),
		/** Whether an agreement with a reservation is no signature. */
		reservationBlocks: integer("reservation_blocks", { mode: "boolean" }).notNull(),
		/** Who made the last edits: never who publishes. */
		editedBy: text("edited_by")
			.notNull()
			.references(() => members.id),
		openedBy: text("opened_by")
			.notNull()
			.references(() => members.id),
		openedAt: integer("opened_at").notNull(),
		/** Who withdrew or published it. */
		endedBy: text("ended_by").references(() => members.id),
		endedAt: integer("ended_at"),
	},
	(row) => [
		foreignKey({
			columns: [row.territoryId, row.versionHash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}),
		index("consultations_territory").on(row.territoryId, row.openedAt),
		index("consultations_draft").on(row.draftId),
		uniqueIndex("consultations_one_open")
			.on(row.territoryId, row.protocolId)
			.where(sql`state = 'open'`),
		check("consultations_id_form", token(row.id)),
		check("consultations_protocol_id_form", protocolName(row.protocolId)),
		check("consultations_version_form", hexadecimal(row.versionHash)),
		check(
			"consultations_former_form",
			sql`${row.formerHash} is null or (${hexadecimal(row.formerHash)})`,
		),
		check("consultations_draft_form", token(row.draftId)),
		check("consultations_state", oneOf(row.state, consultationStates)),
		check(
			"consultations_least_range",
			sql`${row.least} is null or ${between(row.least, 1, mostSignatures)}`,
		),
		check("consultations_reservation_blocks", yesOrNo(row.reservationBlocks)),
		check("consultations_opened_at_range", instant(row.openedAt)),
		check("consultations_ended_at_range", sql`${row.endedAt} is null or (${instant(row.endedAt)})`),
		check(
			"consultations_ended",
			sql`(${row.state} = 'open') = (${row.endedBy} is null) and (${row.endedBy} is null) = (${row.endedAt} is null)`,
		),
		check(
			"consultations_two_people",
			sql`${row.state} <> 'published' or ${row.endedBy} <> ${row.editedBy}`,
		),
	],
);

/** The structures that a consultation asks, and what each has answered so far. */
export const consultationAnswers = sqliteTable(
	"consultation_answers",
	{
		consultationId: text("consultation_id")
			.notNull()
			.references(() => consultations.id),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		mustSign: integer("must_sign", { mode: "boolean" }).notNull(),
		answer: text("answer", { enum: codesOf(agreementAnswers) }),
		/** What a reservation or a disagreement is about. */
		objection: text("objection", { enum: codesOf(agreementObjections) }),
		answeredBy: text("answered_by").references(() => members.id),
		answeredAt: integer("answered_at"),
		/** The manager who stands for the answer; forgotten when the answer changes. */
		signedBy: text("signed_by").references(() => members.id),
		signedAt: integer("signed_at"),
	},
	(row) => [
		primaryKey({ columns: [row.consultationId, row.structureId] }),
		index("consultation_answers_structure").on(row.structureId),
		check("consultation_answers_must_sign", yesOrNo(row.mustSign)),
		check("consultation_answers_answer", oneOf(row.answer, codesOf(agreementAnswers))),
		check("consultation_answers_objection", oneOf(row.objection, codesOf(agreementObjections))),
		check(
			"consultation_answers_objects",
			sql`(coalesce(${row.answer}, 'agree') = 'agree') = (${row.objection} is null)`,
		),
		check(
			"consultation_answers_answered",
			sql`(${row.answer} is null) = (${row.answeredBy} is null) and (${row.answer} is null) = (${row.answeredAt} is null)`,
		),
		check(
			"consultation_answers_signed",
			sql`(${row.signedBy} is null) = (${row.signedAt} is null) and (${row.signedBy} is null or ${row.answer} is not null)`,
		),
		check(
			"consultation_answers_answered_at_range",
			sql`${row.answeredAt} is null or (${instant(row.answeredAt)})`,
		),
		check(
			"consultation_answers_signed_at_range",
			sql`${row.signedAt} is null or (${instant(row.signedAt)})`,
		),
	],
);

/** What a partner says of a version in its own words: a public text, about the protocol alone. */
export const consultationComments = sqliteTable(
	"consultation_comments",
	{
		id: text("id").primaryKey(),
		consultationId: text("consultation_id")
			.notNull()
			.references(() => consultations.id),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		memberId: text("member_id")
			.notNull()
			.references(() => members.id),
		text: text("text").notNull(),
		at: integer("at").notNull(),
	},
	(row) => [
		index("consultation_comments_consultation").on(row.consultationId, row.at),
		check("consultation_comments_id_form", token(row.id)),
		check("consultation_comments_length", textUpTo(row.text, longestComment)),
		check("consultation_comments_at_range", instant(row.at)),
	],
);

/** A warning of the checker that somebody accepted for a version, and why. */
export const acceptedWarnings = sqliteTable(
	"accepted_warnings",
	{
		consultationId: text("consultation_id")
			.notNull()
			.references(() => consultations.id),
		/** The code of the finding, and the way to where it stands: `phases/0/steps/2`. */
		code: text("code").notNull(),
		place: text("place").notNull(),
		reason: text("reason", { enum: codesOf(warningReasons) }).notNull(),
		memberId: text("member_id")
			.notNull()
			.references(() => members.id),
		at: integer("at").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.consultationId, row.code, row.place] }),
		check("accepted_warnings_code_form", protocolName(row.code)),
		check("accepted_warnings_place_form", placeInText(row.place, 160)),
		check("accepted_warnings_reason", oneOf(row.reason, codesOf(warningReasons))),
		check("accepted_warnings_at_range", instant(row.at)),
	],
);
