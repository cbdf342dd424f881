import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { TerritoryFacts } from "./rule.ts";

/** Who holds a role of a protocol, at a glance. */
export type RoleCoverage = {
	role: string;
	structures: { id: string; name: string }[];
	/** The working weekdays (ISO, Monday is 1) on which no structure is open; empty where none is. */
	closedOn: number[];
	gap: "none" | "one" | "weekday" | "covered";
};

/** For each role that works in the application: no structure, one only, or none on a working day. */
export function coverageOf(
	{ protocol }: CompiledProtocol,
	{ structuresHolding }: Pick<TerritoryFacts, "structuresHolding">,
	workDays: readonly number[],
): RoleCoverage[] {
	return protocol.roles
		.filter(({ external }) => !external)
		.map(({ id }) => {
			const holding = structuresHolding(id);
			const closedOn =
				holding.length === 0
					? []
					: workDays.filter((day) => !holding.some(({ openOn }) => openOn.includes(day)));
			const structures = holding.map(({ id: structure, name }) => ({ id: structure, name }));
			return { role: id, structures, closedOn, gap: gapOf(holding.length, closedOn) };
		});
}

function gapOf(count: number, closedOn: readonly number[]): RoleCoverage["gap"] {
	if (count === 0) return "none";
	if (closedOn.length > 0) return "weekday";
	return count === 1 ? "one" : "covered";
}
