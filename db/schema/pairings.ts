import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { aliasPlaces, hexadecimal, instant, token } from "./form.ts";
import { oneOf, yesOrNo } from "./one-of.ts";
import { situations } from "./situations.ts";
import { members } from "./structures.ts";
import { territories } from "./territories.ts";

/** How far two professionals are: one has a number to say, both are there, one has said no. */
export const pairingStates = ["offered", "taken", "refused"] as const;

/**
 * Two professionals on the telephone who think that their two situations are the same one. A row
 * lives for minutes, says nothing of either situation, and is forgotten whatever comes of it.
 */
export const pairings = sqliteTable(
	"pairings",
	{
		/** 128 random bits, base64url. */
		id: text("id").primaryKey(),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		/** A keyed hash of the six digits; null once they were typed: they are good for one time. */
		numberHash: text("number_hash").unique(),
		state: text("state", { enum: pairingStates }).notNull(),
		firstPk: integer("first_pk")
			.notNull()
			.references(() => situations.pk, { onDelete: "cascade" }),
		firstMemberId: text("first_member_id")
			.notNull()
			.references(() => members.id),
		secondPk: integer("second_pk").references(() => situations.pk, { onDelete: "cascade" }),
		secondMemberId: text("second_member_id").references(() => members.id),
		/** Two words of the list of aliases, as their numbers, drawn when the second is there. */
		words: text("words"),
		firstConfirmed: integer("first_confirmed", { mode: "boolean" }).notNull(),
		secondConfirmed: integer("second_confirmed", { mode: "boolean" }).notNull(),
		expiresAt: integer("expires_at").notNull(),
	},
	(pairing) => [
		index("pairings_first").on(pairing.firstPk, pairing.firstMemberId),
		index("pairings_second").on(pairing.secondPk, pairing.secondMemberId),
		index("pairings_expires").on(pairing.expiresAt),
		check("pairings_id_form", token(pairing.id)),
		check(
			"pairings_number_hash_form",
			sql`${pairing.numberHash} is null or (${hexadecimal(pairing.numberHash)})`,
		),
		check("pairings_state", oneOf(pairing.state, pairingStates)),
		check("pairings_words_form", sql`${pairing.words} is null or (${aliasPlaces(pairing.words)})`),
		check("pairings_first_confirmed", yesOrNo(pairing.firstConfirmed)),
		check("pairings_second_confirmed", yesOrNo(pairing.secondConfirmed)),
		check("pairings_expires_at_range", instant(pairing.expiresAt)),
		check("pairings_two", sql`(${pairing.secondPk} is null) = (${pairing.secondMemberId} is null)`),
		check(
			"pairings_others",
			sql`${pairing.secondPk} is null or ${pairing.secondPk} <> ${pairing.firstPk}`,
		),
	],
);
