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
import { inactivityStages } from "#protocols/casework/events.ts";
import { phaseIds } from "#protocols/language/protocol.ts";
import {
	aliasPlaces,
	between,
	codeSymbols,
	instant,
	mostEvents,
	protocolName,
	token,
} from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { protocolVersions } from "./protocol-versions.ts";
import { structures } from "./structures.ts";
import { territories } from "./territories.ts";

export const situationStatuses = ["open", "closed"] as const;

/** Who closed a situation: people, by a step or where it stood, or the system. */
export const closers = ["people", "system"] as const;

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
		/** When a person last acted. */
		activeAt: integer("active_at").notNull(),
		/** What was noted since then of a situation in which nobody acts. */
		inactivity: text("inactivity", { enum: inactivityStages }),
		/** Null while it is open. Once it is closed, this and every instant here is that of its week. */
		closedAt: integer("closed_at"),
		closedBy: text("closed_by", { enum: closers }),
		/** The week in which it was last found to be the same as another: its Monday at 00:00 UTC. */
		mergedWeek: integer("merged_week"),
		/** It was added to the counters of its year, and is about to be forgotten. */
		counted: integer("counted", { mode: "boolean" }).notNull().default(false),
	},
	(situation) => [
		foreignKey({
			columns: [situation.territoryId, situation.versionHash],
			foreignColumns: [protocolVersions.territoryId, protocolVersions.hash],
		}),
		index("situations_territory").on(situation.territoryId, situation.status),
		check("situations_position_range", between(situation.position, 0, mostEvents)),
		check("situations_latest_act_range", between(situation.latestAct, 0, mostEvents)),
		check("situations_opened_at_range", instant(situation.openedAt)),
		check("situations_changed_at_range", instant(situation.changedAt)),
		check("situations_active_at_range", instant(situation.activeAt)),
		check("situations_closed_at_range", instant(situation.closedAt)),
		check("situations_status", oneOf(situation.status, situationStatuses)),
		check("situations_phase", oneOf(situation.phase, phaseIds)),
		index("situations_active").on(situation.status, situation.activeAt),
		index("situations_closed").on(situation.status, situation.closedAt),
		index("situations_merged").on(situation.territoryId, situation.mergedWeek),
		check("situations_merged_week", sql`${situation.mergedWeek} % 604800000 = 345600000`),
		check("situations_inactivity", oneOf(situation.inactivity, inactivityStages)),
		check("situations_closed_by", oneOf(situation.closedBy, closers)),
		check("situations_counted", yesOrNo(situation.counted)),
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
		/** It takes part only by what came along with a duplicate, and gets to know nobody here. */
		beside: integer("beside", { mode: "boolean" }).notNull().default(false),
	},
	(part) => [
		primaryKey({ columns: [part.situationPk, part.structureId] }),
		uniqueIndex("participations_code").on(part.structureId, part.code),
		uniqueIndex("participations_alias").on(part.structureId, part.alias),
		check("participations_takes_part", yesOrNo(part.takesPart)),
		check("participations_beside", yesOrNo(part.beside)),
		check("participations_handle_form", token(part.handle)),
		check("participations_code_form", codeSymbols(part.code)),
		check("participations_alias_form", aliasPlaces(part.alias)),
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
		check("open_steps_step_id_form", protocolName(step.stepId)),
		check("open_steps_part_form", protocolName(step.part)),
		check("open_steps_role_id_form", protocolName(step.roleId)),
		check("open_steps_entered_at_range", instant(step.enteredAt)),
		check("open_steps_due_at_range", instant(step.dueAt)),
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
		check("holders_part_form", protocolName(holder.part)),
		check("holders_since_range", instant(holder.since)),
	],
);
