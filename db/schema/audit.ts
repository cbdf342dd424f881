import { sql } from "drizzle-orm";
import {
	blob,
	check,
	index,
	integer,
	type SQLiteColumn,
	sqliteTable,
	text,
} from "drizzle-orm/sqlite-core";
import { instant } from "./form.ts";
import { oneOf } from "./one-of.ts";
import { situations } from "./situations.ts";

/** What the trail keeps: one word for each thing that somebody did or read. */
export const auditActs = [
	// Reading; `screen` says what kind of screen.
	"READ_SITUATION",
	"READ_HANDOFF",
	"READ_LIST",
	"READ_TRAIL",
	// Coming in and going out.
	"SIGN_IN",
	"SIGN_IN_REFUSED",
	"SIGN_OUT",
	"SESSION_ENDED",
	"LOCKED",
	"UNLOCKED",
	"STEP_UP",
	"STEP_UP_REFUSED",
	"FACTOR_CHANGED",
	"FACTOR_RECOVERED",
	"PASSWORD_CHANGED",
	"RECOVERY_ASKED",
	"RECOVERY_AGREED",
	"RECOVERY_WITHDRAWN",
	"RECOVERY_USED",
	"PROVIDER_LINKED",
	"PROVIDER_UNLINKED",
	// Colleagues.
	"INVITED",
	"INVITATION_WITHDRAWN",
	"INVITATION_ACCEPTED",
	"MEMBER_CHANGED",
	"MEMBER_SUSPENDED",
	"MEMBER_RESTORED",
	"ACCOUNT_DELETED",
	"MEMBERS_REVIEWED",
	"STRUCTURE_ADDED",
	"STRUCTURE_CHANGED",
	"PRESENTATION_WRITTEN",
	"TEXT_ACCEPTED",
	"TEXT_REFUSED",
	// Finding, pairing, duplicates.
	"SEARCH_LOCKED",
	"NUMBER_LOCKED",
	"DUPLICATE_OFFERED",
	"DUPLICATE_CONFIRMED",
	// What takes two people.
	"BREAK_GLASS_ASKED",
	"BREAK_GLASS_AGREED",
	"BREAK_GLASS_REFUSED",
	"BREAK_GLASS_USED",
	"BREAK_GLASS_ENDED",
	// What leaves, what is closed, what is forgotten.
	"EXPORTED",
	"STATEMENT_MADE",
	"CLOSED_BY_SYSTEM",
	"PURGED",
	"TRAIL_CLEANED",
	// The rules and the keys.
	"POLICY_CHANGED",
	"RETENTION_CHANGED",
	"CALENDAR_CHANGED",
	"CLOSING_DAYS_CHANGED",
	"AVAILABILITY_DECLARED",
	"LETTERS_CHANGED",
	"FEED_MADE",
	"FEED_WITHDRAWN",
	"DRAFT_CREATED",
	"DRAFT_DROPPED",
	"SIGNATURES_CHANGED",
	"CONSULTATION_OPENED",
	"CONSULTATION_WITHDRAWN",
	"CONSULTATION_ANSWERED",
	"CONSULTATION_SIGNED",
	"CONSULTATION_COMMENTED",
	"CONSULTATION_COMMENT_REMOVED",
	"WARNING_ACCEPTED",
	"PUBLISHED",
	"RETIRED",
	"SHARED",
	"UNSHARED",
	"SITUATION_MOVED",
	"WHAT_IF",
	"KEY_ROTATED",
	"CHECKPOINT_SIGNED",
	"RESTORED",
] as const;

/** The kinds of screens whose reading is kept; never what was on them. */
export const auditScreens = [
	"my-day",
	"late",
	"situation",
	"line",
	"step",
	"interruption",
	"correction",
	"role",
	"lead",
	"handing-off",
	"handoff",
	"handoff-act",
	"slip",
	"readings",
	"own-readings",
	"trail",
	"moving",
] as const;

/** Who acts when no member does: the process, an operator's command, somebody unknown at the door. */
export const auditOutsiders = ["system", "operator", "nobody"] as const;

/** An opaque name: of a member, a structure, a handoff, a version. No sentence fits. */
const opaque = (column: SQLiteColumn) =>
	sql`${column} is null or (octet_length(${column}) between 1 and 64 and octet_length(${column}) = length(${column}) and ${column} not glob '*[^A-Za-z0-9_.-]*')`;

/**
 * The audit trail: append-only by trigger, chained, apart from the journal.
 *
 * It names no minor and no answer. A situation is named by its key, which never leaves the server;
 * the chain holds `mark`, a salted hash of that name, so that the name can be forgotten with the
 * situation and the chain still holds. See docs/decisions/0017.
 */
export const audit = sqliteTable(
	"audit",
	{
		sequence: integer("sequence").primaryKey({ autoIncrement: true }),
		at: integer("at").notNull(),
		/** A member, or an account before it acts for a structure, or one of `auditOutsiders`. */
		actor: text("actor").notNull(),
		/** For which structure they acted. */
		structureId: text("structure_id"),
		act: text("act", { enum: auditActs }).notNull(),
		screen: text("screen", { enum: auditScreens }),
		/** Whom or what an act concerns beside a situation: a member, an account, a version. */
		subject: text("subject"),
		/** A short hash of the session: readings of one visit are kept once in a quarter of an hour. */
		session: blob("session", { mode: "buffer" }),
		/** Null once the situation is forgotten. */
		situationPk: integer("situation_pk").references(() => situations.pk),
		handoffId: text("handoff_id"),
		/** 16 random bytes of this row alone; forgotten with the names that it salts. */
		salt: blob("salt", { mode: "buffer" }),
		/** SHA-256 of the salt, the situation and the handoff; stays when they are forgotten. */
		mark: blob("mark", { mode: "buffer" }),
		link: blob("link", { mode: "buffer" }).notNull(),
	},
	(row) => [
		index("audit_structure").on(row.structureId, row.at),
		index("audit_actor").on(row.actor, row.at),
		index("audit_session").on(row.session, row.at),
		index("audit_situation").on(row.situationPk),
		check("audit_at_range", instant(row.at)),
		check("audit_act", oneOf(row.act, auditActs)),
		check("audit_screen", oneOf(row.screen, auditScreens)),
		check("audit_actor_form", opaque(row.actor)),
		check("audit_structure_form", opaque(row.structureId)),
		check("audit_subject_form", opaque(row.subject)),
		check("audit_handoff_form", opaque(row.handoffId)),
		check("audit_session_form", sql`${row.session} is null or length(${row.session}) = 16`),
		check("audit_salt_form", sql`${row.salt} is null or length(${row.salt}) = 16`),
		check("audit_mark_form", sql`${row.mark} is null or length(${row.mark}) = 32`),
		check("audit_link_form", sql`length(${row.link}) = 32`),
		check("audit_salted", sql`(${row.situationPk} is null) = (${row.salt} is null)`),
		check("audit_marked", sql`${row.mark} is not null or ${row.salt} is null`),
		check("audit_handoff", sql`${row.situationPk} is not null or ${row.handoffId} is null`),
	],
);

/** Where the trail begins since its oldest rows were forgotten: the link that the next one follows. */
export const auditAnchor = sqliteTable(
	"audit_anchor",
	{
		/** There is one at most. */
		id: integer("id").primaryKey(),
		sequence: integer("sequence").notNull(),
		link: blob("link", { mode: "buffer" }).notNull(),
	},
	(row) => [
		check("audit_anchor_one", sql`${row.id} = 1`),
		check("audit_anchor_link_form", sql`length(${row.link}) = 32`),
	],
);
