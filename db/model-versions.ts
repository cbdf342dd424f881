import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db, Tx } from "./client.ts";
import { publishVersion } from "./protocol-versions.ts";
import { keepModelScenarios } from "./scenarios.ts";

/** Publishes a model of the catalogue as it is, with its scenarios and the credit that it is due. */
export function publishModel(
	db: Db | Tx,
	{ territoryId, protocol, at }: { territoryId: string; protocol: Protocol; at: number },
): string {
	const hash = publishVersion(db, { territoryId, protocol, at, modelId: protocol.id });
	keepModelScenarios(db, { territoryId, hash, modelId: protocol.id });
	return hash;
}
