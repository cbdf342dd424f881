import { and, asc, eq } from "drizzle-orm";
import { type Language, languages } from "#protocols/language/text.ts";
import type { Db } from "./client.ts";
import { telephonesOf } from "./protocol-inspection.ts";
import type { FindingKind } from "./public-texts/finding.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { publicTextsOf } from "./public-texts/protocol-texts.ts";
import { languageOfText } from "./public-texts/text-language.ts";
import { consultationComments, consultations } from "./schema/consultations.ts";
import { protocolVersions } from "./schema/protocol-versions.ts";
import { type shownTextKinds, textFindings } from "./schema/public-texts.ts";
import { structures } from "./schema/structures.ts";
import { territories } from "./schema/territories.ts";
import { isAccepted } from "./text-acceptances.ts";

/** A text that is shown in a territory, and where it stands. */
export type ShownText = {
	territoryId: string;
	about: (typeof shownTextKinds)[number];
	/** The protocol, the structure, or the consultation that was commented. */
	subjectId: string;
	place: string;
	language: Language;
	text: string;
};

/** A place where a text that is shown may point at somebody: everything but the text. */
export type TextFinding = Omit<ShownText, "text"> & { kind: FindingKind };

/** Every text that is shown: published protocols, what the directory says of structures, comments. */
export function shownTexts(db: Db): ShownText[] {
	const all = db
		.select({ id: territories.id })
		.from(territories)
		.orderBy(asc(territories.id))
		.all();
	return all.flatMap(({ id }) => [
		...textsOfProtocols(db, id),
		...textsOfStructures(db, id),
		...textsOfComments(db, id),
	]);
}

/** What the guard sees in one of them, but for the names that two people accepted. */
export function findingsIn(db: Db, { text, ...where }: ShownText): TextFinding[] {
	const { territoryId, language } = where;
	const telephones = telephonesOf(db, territoryId);
	const { stops, warnings } = inspectText(text, { language, telephones });
	const named = warnings.length > 0 && !isAccepted(db, { territoryId, text });
	const kinds = new Set<FindingKind>(stops.map(({ kind }) => kind));
	if (named) kinds.add("name");
	return [...kinds].map((kind) => ({ ...where, kind }));
}

/** Keeps what the latest look at all texts found, in the place of what the one before did. */
export function keepFindings(db: Db, found: readonly TextFinding[], foundAt: number): void {
	db.transaction(
		(tx) => {
			tx.delete(textFindings).run();
			for (const finding of found) {
				tx.insert(textFindings)
					.values({ ...finding, foundAt })
					.onConflictDoNothing()
					.run();
			}
		},
		{ behavior: "immediate" },
	);
}

/** What the latest look found in a territory. */
export function keptFindings(db: Db, territoryId: string): (TextFinding & { foundAt: number })[] {
	return db
		.select()
		.from(textFindings)
		.where(eq(textFindings.territoryId, territoryId))
		.orderBy(asc(textFindings.about), asc(textFindings.subjectId), asc(textFindings.place))
		.all();
}

function textsOfProtocols(db: Db, territoryId: string): ShownText[] {
	return db
		.select({ protocolId: protocolVersions.protocolId, document: protocolVersions.document })
		.from(protocolVersions)
		.where(
			and(eq(protocolVersions.territoryId, territoryId), eq(protocolVersions.status, "published")),
		)
		.orderBy(asc(protocolVersions.protocolId))
		.all()
		.flatMap(({ protocolId, document }) =>
			publicTextsOf(JSON.parse(document)).map((placed) => ({
				...{ territoryId, about: "protocol" as const, subjectId: protocolId },
				...placed,
			})),
		);
}

function textsOfStructures(db: Db, territoryId: string): ShownText[] {
	return db
		.select()
		.from(structures)
		.where(and(eq(structures.territoryId, territoryId), eq(structures.active, true)))
		.orderBy(asc(structures.id))
		.all()
		.flatMap(({ id, name, zone, presentation }) => {
			const written = Object.entries({ name, zone, presentation });
			return written.flatMap(([place, text]) => {
				if (!text) return [];
				// A name is too short to tell its language.
				const language = place === "presentation" ? languageOfText(text) : languages[0];
				return [{ territoryId, about: "structure" as const, subjectId: id, place, language, text }];
			});
		});
}

function textsOfComments(db: Db, territoryId: string): ShownText[] {
	return db
		.select({
			...{ subjectId: consultations.id, place: consultationComments.id },
			text: consultationComments.text,
		})
		.from(consultationComments)
		.innerJoin(consultations, eq(consultations.id, consultationComments.consultationId))
		.where(eq(consultations.territoryId, territoryId))
		.orderBy(asc(consultationComments.at), asc(consultationComments.id))
		.all()
		.map(({ text, ...where }) => ({
			...{ territoryId, about: "comment" as const, language: languageOfText(text), text },
			...where,
		}));
}
