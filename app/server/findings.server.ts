import { findingsOf } from "#db/checks.ts";
import type { Db } from "#db/client.ts";
import { knownStructures } from "#db/known-structures.ts";
import { territoryFacts } from "#db/territory-facts.ts";
import type { Finding } from "#protocols/checker/finding.ts";
import type { TerritoryFacts } from "#protocols/checker/rule.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Member } from "./member.server.ts";
import { may } from "./policy.server.ts";

/** What the checker finds in a version, with the structures of the reader's territory in view. */
export function checkFor(db: Db, member: Member): (compiled: CompiledProtocol) => Finding[] {
	const facts = factsFor(db, member);
	return (compiled) => findingsOf(db, member.territoryId, compiled.protocol, compiled, facts);
}

/** A manager who stands in for a coordinator reads no name that protects somebody. */
function factsFor(db: Db, member: Member): TerritoryFacts {
	const facts = territoryFacts(db, member.territoryId);
	if (may(member, "keep-directory")) return facts;
	const known = knownStructures(db, member);
	return {
		...facts,
		structuresHolding: (role) =>
			facts.structuresHolding(role).map((structure) => {
				return { ...structure, name: known.get(structure.id)?.name ?? "…" };
			}),
	};
}
