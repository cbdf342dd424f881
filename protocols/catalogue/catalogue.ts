import exampleDocument from "./example/protocol.json" with { type: "json" };
import { exampleScenarios } from "./example/scenarios.ts";
import referenceADocument from "./reference-a/protocol.json" with { type: "json" };
import { referenceAScenarios } from "./reference-a/scenarios.ts";
import referenceBDocument from "./reference-b/protocol.json" with { type: "json" };
import { referenceBScenarios } from "./reference-b/scenarios.ts";
import referenceCDocument from "./reference-c/protocol.json" with { type: "json" };
import { referenceCScenarios } from "./reference-c/scenarios.ts";
import type { Scenario } from "./scenario.ts";

/** A protocol that a territory may start from, with the stories that it must allow. */
export type CatalogueEntry = {
	id: string;
	/** As written; `readProtocol` says whether and how it reads. */
	document: unknown;
	scenarios: Scenario[];
};

/** The protocols shipped with Relais, the short example first. */
export const catalogue: CatalogueEntry[] = [
	{ id: "example", document: exampleDocument, scenarios: exampleScenarios },
	{ id: "reference-a", document: referenceADocument, scenarios: referenceAScenarios },
	{ id: "reference-b", document: referenceBDocument, scenarios: referenceBScenarios },
	{ id: "reference-c", document: referenceCDocument, scenarios: referenceCScenarios },
];

/** The model of that id, if the catalogue has one. */
export function modelOf(id: string): CatalogueEntry | undefined {
	return catalogue.find((entry) => entry.id === id);
}
