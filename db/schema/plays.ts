import { type SQL, sql } from "drizzle-orm";
import {
	check,
	foreignKey,
	index,
	integer,
	primaryKey,
	type SQLiteColumn,
	sqliteTable,
	text,
} from "drizzle-orm/sqlite-core";
import {
	longestShows,
	longestStory,
	longestTitle,
	mostScenarios,
} from "#protocols/simulator/read-story.ts";
import { drafts } from "./drafts.ts";
import { between, hexadecimal, instant, protocolName, textUpTo, token } from "./form.ts";
import { yesOrNo } from "./one-of.ts";
import { protocolVersions } from "./protocol-versions.ts";
import { members } from "./structures.ts";
import { territories } from "./territories.ts";

/** A fictitious situation that somebody plays under a draft. It says nothing of any real one. */
export const plays = sqliteTable(
	"plays",
	{
		/** A handle: it stands in addresses. */
		id: text("id").primaryKey(),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		memberId: text("member_id")
			.notNull()
			.references(() => members.id),
		draftId: text("draft_id")
			.notNull()
			.references(() => drafts.id, { onDelete: "cascade" }),
		/** Played under the version that the draft began from, instead of the draft itself. */
		versionHash: text("version_hash"),
		/** The story, as JSON that `protocols/simulator/read-story.ts` reads. */
		story: text("story").notNull(),
		startedAt: integer("started_at").notNull(),
		/** Forgotten some days after it was last touched. */
		touchedAt: integer("touched_at").notNull(),
	},
	(play) => [
		index("plays_draft").on(play.draftId),
		foreignKey({
			columns: [play.territoryId, play.versionHash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}).onDelete("cascade"),
		check("plays_id_form", token(play.id)),
		check(
			"plays_version_hash_form",
			sql`${play.versionHash} is null or (${hexadecimal(play.versionHash)})`,
		),
		check("plays_story_form", storyText(play.story)),
		check("plays_started_at_range", instant(play.startedAt)),
		check("plays_touched_at_range", instant(play.touchedAt)),
	],
);

/** What a scenario holds, whether a draft or a version has it. */
const scenario = () => ({
	name: text("name").notNull(),
	/** In which order they are shown. */
	position: integer("position").notNull(),
	titleFr: text("title_fr").notNull(),
	titleEn: text("title_en"),
	showsFr: text("shows_fr").notNull(),
	showsEn: text("shows_en"),
	/** The story, as JSON that `protocols/simulator/read-story.ts` reads. */
	story: text("story").notNull(),
	/** Where the story ends: closed, or the steps that are open then, as JSON. */
	endsClosed: integer("ends_closed", { mode: "boolean" }).notNull(),
	endsOpen: text("ends_open").notNull(),
});

/** The scenarios saved with a draft: they are played anew at each of its changes. */
export const draftScenarios = sqliteTable(
	"draft_scenarios",
	{
		draftId: text("draft_id")
			.notNull()
			.references(() => drafts.id, { onDelete: "cascade" }),
		...scenario(),
	},
	(row) => [
		primaryKey({ columns: [row.draftId, row.name] }),
		...scenarioChecks("draft_scenarios", row),
	],
);

/** The scenarios that a version was published with. They never change any more. */
export const versionScenarios = sqliteTable(
	"version_scenarios",
	{
		territoryId: text("territory_id").notNull(),
		versionHash: text("version_hash").notNull(),
		...scenario(),
	},
	(row) => [
		primaryKey({ columns: [row.territoryId, row.versionHash, row.name] }),
		foreignKey({
			columns: [row.territoryId, row.versionHash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}).onDelete("cascade"),
		check("version_scenarios_version_hash_form", hexadecimal(row.versionHash)),
		...scenarioChecks("version_scenarios", row),
	],
);

type ScenarioColumn = keyof ReturnType<typeof scenario>;

function scenarioChecks(table: string, row: Record<ScenarioColumn, SQLiteColumn>) {
	return [
		check(`${table}_name_form`, protocolName(row.name)),
		check(`${table}_position_range`, between(row.position, 1, mostScenarios)),
		check(`${table}_title_fr_length`, textUpTo(row.titleFr, longestTitle)),
		check(`${table}_title_en_length`, orNothing(row.titleEn, longestTitle)),
		check(`${table}_shows_fr_length`, textUpTo(row.showsFr, longestShows)),
		check(`${table}_shows_en_length`, orNothing(row.showsEn, longestShows)),
		check(`${table}_story_form`, storyText(row.story)),
		check(`${table}_ends_closed`, yesOrNo(row.endsClosed)),
		check(`${table}_ends_open_form`, codesAsJson(row.endsOpen)),
	];
}

function orNothing(column: SQLiteColumn, most: number): SQL {
	return sql`${column} is null or (${textUpTo(column, most)})`;
}

function storyText(column: SQLiteColumn): SQL {
	return sql`${codesAsJson(column)} and ${textUpTo(column, longestStory)}`;
}

/** JSON of codes, names and numbers: no white space, no accent, so no sentence. */
function codesAsJson(column: SQLiteColumn): SQL {
	return sql`json_valid(${column}) and ${column} not glob '*[^][a-zA-Z0-9_":,{}-]*'`;
}
