import { and, asc, eq, sql } from "drizzle-orm";
import { modelOf } from "#protocols/catalogue/catalogue.ts";
import type { Scenario } from "#protocols/catalogue/scenario.ts";
import { unique } from "#protocols/editing/names.ts";
import { mostScenarios } from "#protocols/simulator/read-story.ts";
import type { Db, Tx } from "./client.ts";
import type { DraftOrigin } from "./drafts.ts";
import { inspectText } from "./public-texts/inspect-text.ts";
import { asRow, asScenario } from "./scenario-rows.ts";
import { draftScenarios, versionScenarios } from "./schema/plays.ts";

/** The scenarios of a draft, in their order. */
export function scenariosOf(db: Db | Tx, draftId: string): Scenario[] {
	return db
		.select()
		.from(draftScenarios)
		.where(eq(draftScenarios.draftId, draftId))
		.orderBy(asc(draftScenarios.position))
		.all()
		.map(asScenario);
}

/** The scenarios that a version was published with. */
export function scenariosOfVersion(
	db: Db | Tx,
	{ territoryId, hash }: { territoryId: string; hash: string },
): Scenario[] {
	return db
		.select()
		.from(versionScenarios)
		.where(
			and(eq(versionScenarios.territoryId, territoryId), eq(versionScenarios.versionHash, hash)),
		)
		.orderBy(asc(versionScenarios.position))
		.all()
		.map(asScenario);
}

/** Gives a new draft the scenarios of what it began from: a model's, or those of a version. */
export function adoptScenarios(
	tx: Tx,
	draftId: string,
	{ territoryId, origin }: { territoryId: string; origin: DraftOrigin },
): void {
	const scenarios = scenariosBehind(tx, territoryId, origin).slice(0, mostScenarios);
	for (const [index, scenario] of scenarios.entries()) {
		tx.insert(draftScenarios)
			.values({ draftId, ...asRow(scenario, index + 1) })
			.run();
	}
}

function scenariosBehind(tx: Tx, territoryId: string, origin: DraftOrigin): Scenario[] {
	switch (origin.kind) {
		case "model":
			return modelOf(origin.id)?.scenarios ?? [];
		case "version":
			return scenariosOfVersion(tx, { territoryId, hash: origin.hash });
		case "shared":
			return scenariosOfVersion(tx, origin);
		default:
			return [];
	}
}

/** Keeps the scenarios of a draft with the version that it becomes. */
export function keepScenarios(
	tx: Tx,
	{ territoryId, draftId, hash }: { territoryId: string; draftId: string; hash: string },
): void {
	keepWithVersion(tx, { territoryId, hash }, scenariosOf(tx, draftId));
}

/** Keeps the scenarios of a model with the version that publishes it as it is. */
export function keepModelScenarios(
	db: Db | Tx,
	{ territoryId, hash, modelId }: { territoryId: string; hash: string; modelId: string },
): void {
	keepWithVersion(db, { territoryId, hash }, modelOf(modelId)?.scenarios ?? []);
}

function keepWithVersion(
	db: Db | Tx,
	{ territoryId, hash }: { territoryId: string; hash: string },
	scenarios: readonly Scenario[],
): void {
	db.delete(versionScenarios)
		.where(
			and(eq(versionScenarios.territoryId, territoryId), eq(versionScenarios.versionHash, hash)),
		)
		.run();
	for (const [index, scenario] of scenarios.slice(0, mostScenarios).entries()) {
		db.insert(versionScenarios)
			.values({ territoryId, versionHash: hash, ...asRow(scenario, index + 1) })
			.run();
	}
}

/** Which of the texts of a scenario may point at somebody. */
export type SuspectText = "titleFr" | "titleEn" | "showsFr" | "showsEn";

export type Saved =
	| { ok: true; name: string }
	| { ok: false; suspects: SuspectText[] | "too-many" };

/** Saves a story with a draft. Its texts are read by partners: what may name somebody is refused. */
export function saveScenario(tx: Tx, draftId: string, scenario: Omit<Scenario, "id">): Saved {
	const suspects = suspectsIn(scenario);
	if (suspects.length > 0) return { ok: false, suspects };
	const known = scenariosOf(tx, draftId);
	if (known.length >= mostScenarios) return { ok: false, suspects: "too-many" };

	const name = unique("scenario", new Set(known.map(({ id }) => id)));
	const { last } = tx
		.select({ last: sql<number>`coalesce(max(${draftScenarios.position}), 0)` })
		.from(draftScenarios)
		.where(eq(draftScenarios.draftId, draftId))
		.get() ?? { last: 0 };
	tx.insert(draftScenarios)
		.values({ draftId, ...asRow({ ...scenario, id: name }, last + 1) })
		.run();
	return { ok: true, name };
}

/** Takes a scenario away from a draft. @returns false when it has none of that name */
export function deleteScenario(db: Db | Tx, draftId: string, name: string): boolean {
	const { changes } = db
		.delete(draftScenarios)
		.where(and(eq(draftScenarios.draftId, draftId), eq(draftScenarios.name, name)))
		.run();
	return changes > 0;
}

function suspectsIn({ title, shows }: Pick<Scenario, "title" | "shows">): SuspectText[] {
	const texts: [SuspectText, string | undefined, "fr" | "en"][] = [
		["titleFr", title.fr, "fr"],
		["titleEn", title.en, "en"],
		["showsFr", shows.fr, "fr"],
		["showsEn", shows.en, "en"],
	];
	return texts.flatMap(([name, text, language]) => {
		const { stops, warnings } = inspectText(text ?? "", { language });
		return stops.length + warnings.length > 0 ? [name] : [];
	});
}
