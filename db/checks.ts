import { checkProtocol } from "#protocols/checker/check-protocol.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import type { TerritoryFacts } from "#protocols/checker/rule.ts";
import { textsOf } from "#protocols/checker/texts-of.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db, Tx } from "./client.ts";
import { versionHash } from "./protocol-versions.ts";
import { territoryFacts } from "./territory-facts.ts";

/** The findings of the protocols that were looked at last, by what they depend on. */
const found = new Map<string, Finding[]>();
const mostKept = 50;

/**
 * What the checker finds in a protocol, with the structures of a territory in view.
 *
 * The same protocol under the same directory is checked once: pages ask again and again.
 */
export function findingsOf(
	db: Db | Tx,
	territoryId: string,
	protocol: Protocol,
	compiled: CompiledProtocol = compileProtocol(protocol),
	facts: TerritoryFacts = territoryFacts(db, territoryId),
): Finding[] {
	const key = keyOf(compiled, territoryId, facts);
	const before = found.get(key);
	if (before) return before;

	const findings = checkProtocol(compiled, facts);
	const [oldest] = found.keys();
	if (found.size >= mostKept && oldest !== undefined) found.delete(oldest);
	found.set(key, findings);
	return findings;
}

function keyOf(
	{ protocol, places }: CompiledProtocol,
	territoryId: string,
	{ structuresHolding, seemsToName }: TerritoryFacts,
): string {
	const directory = protocol.roles.map(({ id }) => structuresHolding(id));
	const naming = textsOf(protocol, places).flatMap(({ text }, index) =>
		seemsToName?.(text) ? [index] : [],
	);
	return JSON.stringify([versionHash(protocol), territoryId, directory, naming]);
}
