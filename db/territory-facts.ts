import { eq } from "drizzle-orm";
import type { TerritoryFacts } from "#protocols/checker/rule.ts";
import { languages, type Text } from "#protocols/language/text.ts";
import { closingOf, structuresHolding, workingCalendarOf } from "./circumstances.ts";
import type { Db, Tx } from "./client.ts";
import { telephonesOf } from "./protocol-inspection.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { structures } from "./schema/structures.ts";
import { isAccepted } from "./text-acceptances.ts";

/** What the directory of a territory, and its guard of public texts, say to the checker. */
export function territoryFacts(db: Db | Tx, territoryId: string): TerritoryFacts {
	const { workDays } = workingCalendarOf(db, territoryId);
	const telephones = telephonesOf(db, territoryId);
	return {
		structuresHolding: (role) =>
			structuresHolding(db, territoryId, role).map((id) => {
				const closed = closingOf(db, id).weekdays;
				const openOn = workDays.filter((day) => !closed.includes(day));
				return { id, name: nameOf(db, id), openOn };
			}),
		seemsToName: (text) => seemsToName(db, { territoryId, telephones, text }),
	};
}

function nameOf(db: Db | Tx, structureId: string): string {
	const row = db
		.select({ name: structures.name })
		.from(structures)
		.where(eq(structures.id, structureId))
		.get();
	return row?.name ?? structureId;
}

type Look = { territoryId: string; telephones: readonly string[]; text: Text };

function seemsToName(db: Db | Tx, { territoryId, telephones, text }: Look): boolean {
	return languages.some((language) => {
		const written = text[language];
		if (written === undefined) return false;
		const { stops, warns } = inspected(written, language, telephones);
		return stops || (warns && !isAccepted(db, { territoryId, text: written }));
	});
}

/** What the guard said of texts before: while one writes, nearly all of them stay the same. */
const known = new Map<string, { stops: boolean; warns: boolean }>();
const mostKnown = 5000;

function inspected(text: string, language: "fr" | "en", telephones: readonly string[]) {
	const key = JSON.stringify([language, text, telephones]);
	const before = known.get(key);
	if (before) return before;
	const { stops, warnings } = inspectText(text, { language, telephones });
	const seen = { stops: stops.length > 0, warns: warnings.length > 0 };
	if (known.size >= mostKnown) known.clear();
	known.set(key, seen);
	return seen;
}
