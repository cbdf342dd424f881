import { sql } from "drizzle-orm";
import { check, index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { editTypes } from "#protocols/editing/commands.ts";
import {
	between,
	hexadecimal,
	instant,
	knownName,
	placeInText,
	protocolName,
	textUpTo,
	token,
} from "./form.ts";
import { oneOf } from "./one-of.ts";
import { members } from "./structures.ts";
import { territories } from "./territories.ts";

/** What a draft was started from. */
export const draftOrigins = ["model", "version", "shared", "file", "skeleton", "guided"] as const;

/** How a draft came to its next revision: something new, or an earlier edit undone or done again. */
export const draftActs = ["edit", "undo", "redo"] as const;

/** The longest document of a draft, in characters of its canonical JSON: twenty large protocols. */
export const longestDraft = 2_000_000;

/** Most revisions of one draft: nobody's number is one. */
export const mostRevisions = 1_000_000;

/** A protocol that a territory is writing. It reads as a protocol at every revision. */
export const drafts = sqliteTable(
	"drafts",
	{
		/** A handle: it stands in addresses. */
		id: text("id").primaryKey(),
		territoryId: text("territory_id")
			.notNull()
			.references(() => territories.id),
		protocolId: text("protocol_id").notNull(),
		origin: text("origin", { enum: draftOrigins }).notNull(),
		/** The model of the catalogue that it was started from. */
		modelId: text("model_id"),
		/** The version that it was started from, in this territory or in the one that shares it. */
		baseHash: text("base_hash"),
		/** The territory that shares that version. */
		sharedBy: text("shared_by"),
		/** The document, as canonical JSON. */
		document: text("document").notNull(),
		/** How many times it was changed; pages say which revision they show. */
		revision: integer("revision").notNull(),
		createdAt: integer("created_at").notNull(),
		createdBy: text("created_by")
			.notNull()
			.references(() => members.id),
		updatedAt: integer("updated_at").notNull(),
		updatedBy: text("updated_by")
			.notNull()
			.references(() => members.id),
	},
	(draft) => [
		index("drafts_territory").on(draft.territoryId),
		check("drafts_id_form", token(draft.id)),
		check("drafts_protocol_id_form", protocolName(draft.protocolId)),
		check("drafts_origin", oneOf(draft.origin, draftOrigins)),
		check(
			"drafts_model_id_form",
			sql`${draft.modelId} is null or (${protocolName(draft.modelId)})`,
		),
		check(
			"drafts_base_hash_form",
			sql`${draft.baseHash} is null or (${hexadecimal(draft.baseHash)})`,
		),
		check(
			"drafts_shared_by_form",
			sql`${draft.sharedBy} is null or (${knownName(draft.sharedBy)})`,
		),
		check("drafts_from_model", sql`(${draft.origin} = 'model') = (${draft.modelId} is not null)`),
		check(
			"drafts_from_version",
			sql`(${draft.origin} in ('version', 'shared')) = (${draft.baseHash} is not null)`,
		),
		check(
			"drafts_from_shared",
			sql`(${draft.origin} = 'shared') = (${draft.sharedBy} is not null)`,
		),
		check("drafts_document_length", textUpTo(draft.document, longestDraft)),
		check("drafts_revision_range", between(draft.revision, 0, mostRevisions)),
		check("drafts_created_at_range", instant(draft.createdAt)),
		check("drafts_updated_at_range", instant(draft.updatedAt)),
	],
);

/** What led to each of the latest revisions of a draft: enough to go back, and to tell who did what. */
export const draftEdits = sqliteTable(
	"draft_edits",
	{
		draftId: text("draft_id")
			.notNull()
			.references(() => drafts.id, { onDelete: "cascade" }),
		/** The revision that it led to. */
		revision: integer("revision").notNull(),
		act: text("act", { enum: draftActs }).notNull(),
		/** The edit that was undone or done again. */
		ofRevision: integer("of_revision"),
		command: text("command", { enum: editTypes }).notNull(),
		/** The part that it was about, as `spellPart` writes it. */
		part: text("part").notNull(),
		/** What became of which place of the document: JSON that `protocols/editing/patch.ts` reads. */
		patch: text("patch").notNull(),
		at: integer("at").notNull(),
		by: text("by")
			.notNull()
			.references(() => members.id),
	},
	(edit) => [
		primaryKey({ columns: [edit.draftId, edit.revision] }),
		check("draft_edits_revision_range", between(edit.revision, 1, mostRevisions)),
		check("draft_edits_act", oneOf(edit.act, draftActs)),
		check(
			"draft_edits_of_revision",
			sql`(${edit.act} = 'edit') = (${edit.ofRevision} is null) and (${edit.ofRevision} is null or ${between(edit.ofRevision, 1, mostRevisions)})`,
		),
		check("draft_edits_command", oneOf(edit.command, editTypes)),
		check("draft_edits_part_form", placeInText(edit.part, 80)),
		check("draft_edits_patch_length", textUpTo(edit.patch, 2 * longestDraft)),
		check("draft_edits_at_range", instant(edit.at)),
	],
);

/** Who has a draft open, and on which part. A row counts for a short while. */
export const draftReaders = sqliteTable(
	"draft_readers",
	{
		draftId: text("draft_id")
			.notNull()
			.references(() => drafts.id, { onDelete: "cascade" }),
		memberId: text("member_id")
			.notNull()
			.references(() => members.id),
		part: text("part").notNull(),
		seenAt: integer("seen_at").notNull(),
	},
	(reader) => [
		primaryKey({ columns: [reader.draftId, reader.memberId] }),
		check("draft_readers_part_form", placeInText(reader.part, 80)),
		check("draft_readers_seen_at_range", instant(reader.seenAt)),
	],
);
