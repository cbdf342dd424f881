import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { between, incidentKey, instant } from "./form.ts";
import { oneOf } from "./one-of.ts";
import { situations } from "./situations.ts";
import { members } from "./structures.ts";

/** Where work got stuck. */
export const incidentSources = [
	"timer",
	"outbox",
	"worker",
	"sweep-silent",
	"clock-skew",
	"store",
	"bug",
] as const;

/** Why it got stuck: a code for each thing that somebody can do something about. */
export const incidentReasons = [
	/** A clock was due and could not be asked: an unexpected error. */
	"clock-failed",
	/** A clock was due and its situation did not let it strike: its row is out of date. */
	"clock-refused",
	/** A letter failed as often as it may be tried. */
	"letter-failed",
	/** The relay will never take a letter: it refused the address or the letter itself. */
	"letter-refused",
	/** The mail server could not be reached, or does not let us in: every letter waits. */
	"relay-silent",
	/** Letters to professionals were due and no mail server is set up: they were only shown. */
	"relay-missing",
	/** A structure should look, and nobody is there to tell, in its territory's coordination either. */
	"nobody-to-tell",
	/** Work beside the requests ended with an unexpected error. */
	"worker-failed",
	/** No sweep was completed for too long: clocks may be due that nobody sees. */
	"sweep-silent",
	"clock-behind",
	"clock-ahead",
	"store-busy",
	"store-full",
	"store-read-only",
	"store-unreadable",
	/** Entries or checkpoints were changed, or keys are missing. */
	"history-altered",
	/** A request met an unexpected error. */
	"request-failed",
	/** The process ended with an error that nobody caught. */
	"process-ended",
] as const;

/** How an incident ended. */
export const incidentResolutions = [
	/** The work was asked for again; if it fails again, another incident says so. */
	"tried-again",
	/** Its cause was removed: by a setting, by space on a disk, by a new version. */
	"cause-removed",
	/** It was looked at, and nothing remains to be done. */
	"nothing-left",
	/** The same work went through later, by itself. */
	"went-through",
] as const;

/** Most times that one incident counts. */
export const mostTimes = 1_000_000;

/**
 * Work that got stuck, until somebody has dealt with it. It says where and why in codes; what it
 * is about stays in `key`, which no page and no figure shows.
 */
export const incidents = sqliteTable(
	"incidents",
	{
		id: integer("id").primaryKey({ autoIncrement: true }),
		source: text("source", { enum: incidentSources }).notNull(),
		key: text("key").notNull(),
		reason: text("reason", { enum: incidentReasons }).notNull(),
		/** Of a clock only: forgetting the situation forgets this row as well. */
		situationPk: integer("situation_pk").references(() => situations.pk),
		openedAt: integer("opened_at").notNull(),
		/** When it was met again for the last time. */
		latestAt: integer("latest_at").notNull(),
		/** In how many spells of ten minutes it was met. */
		times: integer("times").notNull().default(1),
		/** The administrator who looks after it. */
		ownerId: text("owner_id").references(() => members.id),
		resolution: text("resolution", { enum: incidentResolutions }),
		resolvedAt: integer("resolved_at"),
	},
	(row) => [
		uniqueIndex("incidents_open").on(row.source, row.key).where(sql`${row.resolvedAt} is null`),
		index("incidents_resolved").on(row.resolvedAt, row.openedAt),
		index("incidents_situation").on(row.situationPk),
		check("incidents_source", oneOf(row.source, incidentSources)),
		check("incidents_key_form", incidentKey(row.key)),
		check("incidents_reason", oneOf(row.reason, incidentReasons)),
		check("incidents_of_clock", sql`(${row.source} = 'timer') = (${row.situationPk} is not null)`),
		check("incidents_opened_at_range", instant(row.openedAt)),
		check("incidents_latest_at_range", instant(row.latestAt)),
		check("incidents_times_range", between(row.times, 1, mostTimes)),
		check("incidents_resolution", oneOf(row.resolution, incidentResolutions)),
		check("incidents_resolved", sql`(${row.resolution} is null) = (${row.resolvedAt} is null)`),
		check("incidents_resolved_at_range", instant(row.resolvedAt)),
	],
);
