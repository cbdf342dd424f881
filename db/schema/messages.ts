import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { users } from "./accounts.ts";
import { between, instant, textUpTo, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { structures } from "./structures.ts";

/** The constant texts that a letter may have: three for professionals, one for the operator. */
export const letterTexts = ["waiting", "urgent", "weekly", "operator"] as const;

/** Where a letter stands; `shown` is one that no relay was there to send, or that is made up. */
export const letterStates = ["queued", "sent", "shown", "dropped", "failed"] as const;

/** The languages in which letters are written. */
export const letterLanguages = ["fr", "en"] as const;

/** To whom in a structure urgent letters go. */
export const urgentReaders = ["everyone", "reception"] as const;

/** How often a letter is tried before it waits for somebody. */
export const mostTries = 5;

/** The longest address that a letter may go to, in characters. */
export const longestAddress = 254;

/**
 * A letter to one reader: to a person, to the shared mailbox of a structure, or to whoever runs the
 * server. It says which constant text, and when; the address is looked up at the moment of sending.
 */
export const letters = sqliteTable(
	"letters",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		/** Names the letter in its header: the same at every try, so that a second copy is known. */
		number: text("number").notNull(),
		text: text("text", { enum: letterTexts }).notNull(),
		userId: text("user_id").references(() => users.id),
		structureId: text("structure_id").references(() => structures.id),
		dueAt: integer("due_at").notNull(),
		/** How often it was handed over, counted before each try. */
		tries: integer("tries").notNull().default(0),
		nextTryAt: integer("next_try_at").notNull(),
		state: text("state", { enum: letterStates }).notNull().default("queued"),
		/** Since when it is no longer to be sent by itself. */
		endedAt: integer("ended_at"),
	},
	(letter) => [
		uniqueIndex("letters_number").on(letter.number),
		index("letters_queue").on(letter.state, letter.nextTryAt),
		index("letters_user").on(letter.userId, letter.dueAt),
		index("letters_structure").on(letter.structureId, letter.dueAt),
		check("letters_number_form", token(letter.number)),
		check("letters_text", oneOf(letter.text, letterTexts)),
		check(
			"letters_to",
			sql`(${letter.userId} is null) + (${letter.structureId} is null) = 1 + (${letter.text} = 'operator')`,
		),
		check("letters_due_at_range", instant(letter.dueAt)),
		check("letters_tries_range", between(letter.tries, 0, mostTries)),
		check("letters_next_try_at_range", instant(letter.nextTryAt)),
		check("letters_state", oneOf(letter.state, letterStates)),
		check("letters_ended", sql`(${letter.state} = 'queued') = (${letter.endedAt} is null)`),
		check("letters_ended_at_range", instant(letter.endedAt)),
	],
);

/** Which notices a person wants, and in which language; without a row, the usual ones. */
export const letterWishes = sqliteTable(
	"letter_wishes",
	{
		userId: text("user_id")
			.primaryKey()
			.references(() => users.id, { onDelete: "cascade" }),
		language: text("language", { enum: letterLanguages }).notNull(),
		morning: integer("morning", { mode: "boolean" }).notNull(),
		afternoon: integer("afternoon", { mode: "boolean" }).notNull(),
		weekly: integer("weekly", { mode: "boolean" }).notNull(),
	},
	(wish) => [
		check("letter_wishes_language", oneOf(wish.language, letterLanguages)),
		check("letter_wishes_morning", yesOrNo(wish.morning)),
		check("letter_wishes_afternoon", yesOrNo(wish.afternoon)),
		check("letter_wishes_weekly", yesOrNo(wish.weekly)),
	],
);

/** What a structure decided about its letters; without a row, urgent ones go to everyone. */
export const structureLetters = sqliteTable(
	"structure_letters",
	{
		structureId: text("structure_id")
			.primaryKey()
			.references(() => structures.id),
		urgentTo: text("urgent_to", { enum: urgentReaders }).notNull(),
		/** The address of a mailbox that the structure shares. */
		mailbox: text("mailbox"),
		/** Whether that mailbox gets the ordinary notices as well as the urgent ones. */
		mailboxNotices: integer("mailbox_notices", { mode: "boolean" }).notNull(),
		language: text("language", { enum: letterLanguages }).notNull(),
	},
	(row) => [
		check("structure_letters_urgent_to", oneOf(row.urgentTo, urgentReaders)),
		check(
			"structure_letters_mailbox",
			sql`${row.mailbox} is null or (${textUpTo(row.mailbox, longestAddress)})`,
		),
		check("structure_letters_mailbox_notices", yesOrNo(row.mailboxNotices)),
		check("structure_letters_language", oneOf(row.language, letterLanguages)),
	],
);

/** How the mail relay answers: one row. While it does not, letters wait and none counts a try. */
export const mailRelay = sqliteTable(
	"mail_relay",
	{
		id: integer("id").primaryKey(),
		/** How often in a row it could not be reached. */
		failures: integer("failures").notNull(),
		/** Before this instant it is left alone. */
		nextTryAt: integer("next_try_at"),
		failingSince: integer("failing_since"),
		latestSentAt: integer("latest_sent_at"),
	},
	(relay) => [
		check("mail_relay_one", sql`${relay.id} = 1`),
		check("mail_relay_failures_range", between(relay.failures, 0, 1_000_000)),
		check("mail_relay_next_try_at_range", instant(relay.nextTryAt)),
		check("mail_relay_failing_since_range", instant(relay.failingSince)),
		check("mail_relay_latest_sent_at_range", instant(relay.latestSentAt)),
	],
);

/** The secret address at which a calendar application reads when somebody's work is due. */
export const dueFeeds = sqliteTable(
	"due_feeds",
	{
		userId: text("user_id")
			.primaryKey()
			.references(() => users.id, { onDelete: "cascade" }),
		/** SHA-256 of the secret of the address; the secret itself is shown once and kept nowhere. */
		secretHash: text("secret_hash").notNull(),
		madeAt: integer("made_at").notNull(),
		/** The day when it was last read, counted from 1970: no hour is kept. */
		readDay: integer("read_day"),
	},
	(feed) => [
		uniqueIndex("due_feeds_secret_hash").on(feed.secretHash),
		check("due_feeds_secret_hash_form", token(feed.secretHash, 43)),
		check("due_feeds_made_at_range", instant(feed.madeAt)),
		check("due_feeds_read_day_range", between(feed.readDay, 0, 50_000)),
	],
);
