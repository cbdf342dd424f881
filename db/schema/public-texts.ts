import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { languages } from "#protocols/language/text.ts";
import { stopKinds, warningKinds } from "../public-texts/finding.ts";
import { hexadecimal, instant, placeInText, textUpTo } from "./form.ts";
import { oneOf } from "./one-of.ts";
import { longestPresentation, members, structures } from "./structures.ts";
import { territories } from "./territories.ts";

/** What everybody may read, though people wrote it in their own words. */
export const publicTextKinds = ["protocol", "structure"] as const;

/** The same, with what partners say of a version: nothing of it waits for a second person. */
export const shownTextKinds = [...publicTextKinds, "comment"] as const;

/**
 * Who has read a text that may name somebody, and found that it names nobody. With the word of two
 * people it may be shown. The text itself is not here: only a keyed digest.
 */
export const textAcceptances = sqliteTable(
	"text_acceptances",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		textHash: text("text_hash").notNull(),
		memberId: text("member_id")
			.notNull()
			.references(() => members.id),
		kind: text("kind", { enum: publicTextKinds }).notNull(),
		at: integer("at").notNull(),
	},
	(row) => [
		primaryKey({ columns: [row.territoryId, row.textHash, row.memberId] }),
		check("text_acceptances_hash", hexadecimal(row.textHash)),
		check("text_acceptances_kind", oneOf(row.kind, publicTextKinds)),
		check("text_acceptances_at", instant(row.at)),
	],
);

/** What a structure would say about itself, and a second person has to read first. */
export const presentationProposals = sqliteTable(
	"presentation_proposals",
	{
		structureId: text("structure_id")
			.primaryKey()
			.references(() => structures.id),
		text: text("text").notNull(),
		proposedBy: text("proposed_by")
			.notNull()
			.references(() => members.id),
		proposedAt: integer("proposed_at").notNull(),
	},
	(row) => [
		check("presentation_proposals_length", textUpTo(row.text, longestPresentation)),
		check("presentation_proposals_at", instant(row.proposedAt)),
	],
);

/** What the guard sees. */
export const findingKinds = [...stopKinds, ...warningKinds] as const;

/** Places of texts that are shown and may point at somebody, as the latest look at all of them found. */
export const textFindings = sqliteTable(
	"text_findings",
	{
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		about: text("about", { enum: shownTextKinds }).notNull(),
		/** The protocol, the structure, or the consultation that was commented. */
		subjectId: text("subject_id").notNull(),
		/** The way to the text by the names of its parts: `first-contact/guidance`; or the comment. */
		place: text("place").notNull(),
		language: text("language", { enum: languages }).notNull(),
		kind: text("kind", { enum: findingKinds }).notNull(),
		foundAt: integer("found_at").notNull(),
	},
	(row) => [
		primaryKey({
			columns: [row.territoryId, row.about, row.subjectId, row.place, row.language, row.kind],
		}),
		index("text_findings_territory").on(row.territoryId),
		check("text_findings_about", oneOf(row.about, shownTextKinds)),
		check("text_findings_subject", placeInText(row.subjectId, 80)),
		check("text_findings_place", placeInText(row.place, 300)),
		check("text_findings_language", oneOf(row.language, languages)),
		check("text_findings_kind", oneOf(row.kind, findingKinds)),
		check("text_findings_at", instant(row.foundAt)),
	],
);
