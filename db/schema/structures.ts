import { sql } from "drizzle-orm";
import {
	check,
	index,
	integer,
	primaryKey,
	sqliteTable,
	text,
	uniqueIndex,
} from "drizzle-orm/sqlite-core";
import { users } from "./accounts.ts";
import { instant, knownName, protocolName, textUpTo } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { territories } from "./territories.ts";

/** What a partner structure is. */
export const structureKinds = [
	"school",
	"outreach",
	"crip",
	"ase",
	"care-home",
	"health",
	"specialist",
	"justice",
	"coordination",
	"insertion",
	"family-support",
	"other",
] as const;

/** What a person does here; it decides what they may ever see. */
export const duties = [
	"professional",
	"coordinator",
	"animator",
	"administrator",
	"auditor",
] as const;

/** Why a person may not act in a structure any more: a colleague, 90 days unseen, or no account. */
export const suspensions = ["disabled", "dormant", "deleted"] as const;

/** What a structure declares of its room for new situations. */
export const capacities = ["open", "limited", "full"] as const;

/** The longest text that a structure says about itself, in characters. */
export const longestPresentation = 600;

/** A partner structure of a territory. */
export const structures = sqliteTable(
	"structures",
	{
		id: text("id").primaryKey(),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		name: text("name").notNull(),
		kind: text("kind", { enum: structureKinds }).notNull(),
		zone: text("zone"),
		phone: text("phone"),
		/** What it says about itself, as the guard of public texts let it pass. */
		presentation: text("presentation"),
		/** Its name or address protects somebody: shown only to those who work with it. */
		sensitive: integer("sensitive", { mode: "boolean" }).notNull().default(false),
		active: integer("active", { mode: "boolean" }).notNull().default(true),
		/** Declared by the structure itself, never computed; null where it said nothing. */
		capacity: text("capacity", { enum: capacities }),
		/** When it was declared. */
		capacityAt: integer("capacity_at"),
		/** It is told of what is urgent also on days when it is closed. */
		onCall: integer("on_call", { mode: "boolean" }).notNull().default(false),
	},
	(structure) => [
		index("structures_territory").on(structure.territoryId),
		check("structures_id_form", knownName(structure.id)),
		check("structures_kind", oneOf(structure.kind, structureKinds)),
		check(
			"structures_presentation",
			sql`${structure.presentation} is null or (${textUpTo(structure.presentation, longestPresentation)})`,
		),
		check("structures_capacity", oneOf(structure.capacity, capacities)),
		check(
			"structures_capacity_dated",
			sql`(${structure.capacity} is null) = (${structure.capacityAt} is null)`,
		),
		check("structures_capacity_at_range", instant(structure.capacityAt)),
		check("structures_sensitive", yesOrNo(structure.sensitive)),
		check("structures_active", yesOrNo(structure.active)),
		check("structures_on_call", yesOrNo(structure.onCall)),
	],
);

/** The roles of the protocol that a structure holds. */
export const structureRoles = sqliteTable(
	"structure_roles",
	{
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		roleId: text("role_id").notNull(),
	},
	(held) => [
		primaryKey({ columns: [held.structureId, held.roleId] }),
		index("structure_roles_role").on(held.roleId),
		check("structure_roles_role_id_form", protocolName(held.roleId)),
	],
);

/** When a structure is closed beyond its territory's own days: each week, or on one date. */
export const structureClosingDays = sqliteTable(
	"structure_closing_days",
	{
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		/** Monday is 1, Sunday is 7. */
		weekday: integer("weekday"),
		/** `YYYY-MM-DD` in the territory's time zone. */
		date: text("date"),
	},
	(day) => [
		uniqueIndex("structure_closing_days_weekday").on(day.structureId, day.weekday),
		uniqueIndex("structure_closing_days_date").on(day.structureId, day.date),
		check("structure_closing_days_one", sql`(${day.weekday} is null) <> (${day.date} is null)`),
		check(
			"structure_closing_days_weekday_range",
			sql`${day.weekday} is null or ${day.weekday} between 1 and 7`,
		),
		check(
			"structure_closing_days_date_form",
			sql`${day.date} is null or ${day.date} is date(${day.date})`,
		),
	],
);

/** A person's place in a structure; partners see the label, never the name. */
export const members = sqliteTable(
	"members",
	{
		id: text("id").primaryKey(),
		userId: text("user_id")
			.notNull()
			.references(() => users.id),
		structureId: text("structure_id")
			.notNull()
			.references(() => structures.id),
		/** Such as "Référente A". */
		label: text("label").notNull(),
		/** May acknowledge, accept and decline for the structure. */
		reception: integer("reception", { mode: "boolean" }).notNull().default(false),
		/** May invite colleagues, keep the profile, sign the protocol. */
		manager: integer("manager", { mode: "boolean" }).notNull().default(false),
		/** Told when something that its structure is awaited for is late by half as much again. */
		secondContact: integer("second_contact", { mode: "boolean" }).notNull().default(false),
		duty: text("duty", { enum: duties }).notNull().default("professional"),
		active: integer("active", { mode: "boolean" }).notNull().default(true),
		/** Null while they are active. */
		suspended: text("suspended", { enum: suspensions }),
	},
	(member) => [
		uniqueIndex("members_user_structure").on(member.userId, member.structureId),
		index("members_structure").on(member.structureId),
		check("members_id_form", knownName(member.id)),
		check("members_reception", yesOrNo(member.reception)),
		check("members_manager", yesOrNo(member.manager)),
		check("members_second_contact", yesOrNo(member.secondContact)),
		uniqueIndex("members_one_second_contact")
			.on(member.structureId)
			.where(sql`${member.secondContact} = 1`),
		check("members_duty", oneOf(member.duty, duties)),
		check("members_active", yesOrNo(member.active)),
		check("members_suspended", oneOf(member.suspended, suspensions)),
		check("members_suspended_or_active", sql`(${member.suspended} is null) = ${member.active}`),
	],
);
