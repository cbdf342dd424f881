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
import { phaseIds } from "#protocols/language/protocol.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { protocolVersions } from "./protocol-versions.ts";
import { structures } from "./structures.ts";
import { territories } from "./territories.ts";

export const situationStatuses = ["open", "closed"] as const;

/*
 * The rows that lists read. They are written in the transaction of the event and can be rebuilt
 * from the journal: `relais rebuild --check` proves it. Instants are milliseconds since 1970.
 */

/** A situation: where it stands, never who it is about. */
export const situations = sqliteTable(
	"situations",
	{
		/** For joins only: never leaves the server. */
		pk: integer("pk").primaryKey({ autoIncrement: true }),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		versionHash: text("version_hash").notNull(),
		status: text("status", { enum: situationStatuses }).notNull(),
		/** Where the course stands; where it was when it closed. */
		phase: text("phase", { enum: phaseIds }).notNull(),
		/** How many events the journal holds. */
		position: integer("position").notNull(),
		latestAct: integer("latest_act").notNull(),
		leadId: text("lead_id").references(() => structures.id),
		openedAt: integer("opened_at").notNull(),
		changedAt: integer("changed_at").notNull(),
	},
	(situation) => [
		foreignKey({
			columns: [situation.territoryId, situation.versionHash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}),
		index("situations_territory").on(situation.territoryId, situation.status),
		check("situations_status", oneOf(situation.status, situationStatuses)),
		check("situations_phase", oneOf(situation.phase, phaseIds)),
	],
);

/** What one structure calls a situation: its own code, its own alias, its own address. */
export const participations = sqliteTable(
	"participations",
	{
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		/** 128 random bits, base64url: the only name of a situation in an address. */
		handle: text("handle").notNull().unique(),
		/** Eight random symbols and two check symbols. */
		code: text("code").notNull(),
		/** Two words of the list, as their numbers. */
		alias: text("alias").notNull(),
		/** A structure that was only asked sees the handoff, not the situation. */
		takesPart: integer("takes_part", { mode: "boolean" }).notNull(),
	},
	(part) => [
		primaryKey({ columns: [part.situationPk, part.structureId] }),
		uniqueIndex("participations_code").on(part.structureId, part.code),
		uniqueIndex("participations_alias").on(part.structureId, part.alias),
		check("participations_takes_part", yesOrNo(part.takesPart)),
		check("participations_code_form", sql`length(${part.code}) = 10`),
		check("participations_alias_form", sql`${part.alias} not glob '*[^0-9-]*'`),
	],
);

/** An open step, for work lists. */
export const openSteps = sqliteTable(
	"open_steps",
	{
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		stepId: text("step_id").notNull(),
		part: text("part").notNull(),
		roleId: text("role_id").notNull(),
		/** The structure that plays the role; null while nobody does. */
		structureId: text("structure_id").references(() => structures.id),
		enteredAt: integer("entered_at").notNull(),
		dueAt: integer("due_at").notNull(),
		overdue: integer("overdue", { mode: "boolean" }).notNull(),
		paused: integer("paused", { mode: "boolean" }).notNull(),
	},
	(step) => [
		primaryKey({ columns: [step.situationPk, step.stepId] }),
		index("open_steps_structure").on(step.structureId, step.dueAt),
		check("open_steps_overdue", yesOrNo(step.overdue)),
		check("open_steps_paused", yesOrNo(step.paused)),
	],
);

/** Who holds an open part: exactly one structure for each. */
export const holders = sqliteTable(
	"holders",
	{
		situationPk: integer("situation_pk")
			.notNull()
			.references(() => situations.pk),
		part: text("part").notNull(),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		since: integer("since").notNull(),
	},
	(holder) => [
		primaryKey({ columns: [holder.situationPk, holder.part] }),
		index("holders_structure").on(holder.structureId),
	],
);
