import { eq } from "drizzle-orm";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db, Tx } from "./client.ts";
import type { Finding, FindingKind, StopKind, WarningKind } from "./public-texts/finding.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { type PlacedText, publicTextsOf } from "./public-texts/protocol-texts.ts";
import { structures } from "./schema/structures.ts";
import { isAccepted } from "./text-acceptances.ts";

/** Something that the guard sees in a text of a protocol, and where that text stands. */
export type PlacedFinding<Kind extends FindingKind = FindingKind> = PlacedText & Finding<Kind>;

/** What stands between a protocol and its publication, as far as its texts go. */
export type ProtocolInspection = {
	/** To be rewritten. */
	stops: PlacedFinding<StopKind>[];
	/** To be accepted by two people, with `acceptText`. */
	waiting: PlacedFinding<WarningKind>[];
};

/** Looks at every text of a protocol that a territory is about to publish. */
export function inspectProtocol(
	db: Db | Tx,
	territoryId: string,
	protocol: Protocol,
): ProtocolInspection {
	const telephones = telephonesOf(db, territoryId);
	const inspected = publicTextsOf(protocol).map((placed) => {
		return { placed, seen: inspectText(placed.text, { language: placed.language, telephones }) };
	});
	return {
		stops: inspected.flatMap(({ placed, seen }) => {
			return seen.stops.map((stop) => ({ ...placed, ...stop }));
		}),
		waiting: inspected
			.filter(({ placed, seen }) => {
				return seen.warnings.length > 0 && !isAccepted(db, { territoryId, text: placed.text });
			})
			.flatMap(({ placed, seen }) => seen.warnings.map((warning) => ({ ...placed, ...warning }))),
	};
}

/** The telephones of a territory's structures: numbers that its public texts may hold. */
export function telephonesOf(db: Db | Tx, territoryId: string): string[] {
	return db
		.select({ phone: structures.phone })
		.from(structures)
		.where(eq(structures.territoryId, territoryId))
		.all()
		.flatMap(({ phone }) => phone ?? []);
}

/** A protocol was to be published though its texts may point at somebody. */
export class TextsRefused extends Error {
	override readonly name = "TextsRefused";
	readonly inspection: ProtocolInspection;

	/** Its message tells places and kinds, never what was seen there: it may reach a log. */
	constructor(inspection: ProtocolInspection) {
		const places = [...inspection.stops, ...inspection.waiting].map(({ place, language, kind }) => {
			return `${place} (${language}): ${kind}`;
		});
		super(`Texts that may point at a person cannot be published: ${places.join(", ")}.`);
		this.inspection = inspection;
	}
}
