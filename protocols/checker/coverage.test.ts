import { expect, test } from "vitest";
import { compileProtocol } from "#protocols/compiler/compile.ts";
import { coverageOf } from "./coverage.ts";
import { soundProtocol } from "./sound-protocol.for-tests.ts";

const weekdays = [1, 2, 3, 4, 5];

test("each role is covered, held by one only, closed on a weekday, or held by nobody", () => {
	const holding: Record<string, number[][]> = {
		spotter: [weekdays, weekdays],
		lead: [[1, 2, 3, 4, 5]],
		partner: [
			[1, 2],
			[2, 4, 5],
		],
	};

	const coverage = coverageOf(compileProtocol(soundProtocol(1)), factsOf(holding), weekdays);

	expect(coverage.map(({ role, gap, closedOn }) => ({ role, gap, closedOn }))).toEqual([
		{ role: "spotter", gap: "covered", closedOn: [] },
		{ role: "lead", gap: "one", closedOn: [] },
		{ role: "partner", gap: "weekday", closedOn: [3] },
	]);
	expect(coverageOf(compileProtocol(soundProtocol(1)), factsOf({}), weekdays)[0]?.gap).toBe("none");
});

function factsOf(holding: Record<string, number[][]>) {
	return {
		structuresHolding: (role: string) =>
			(holding[role] ?? []).map((openOn, index) => ({
				id: `${role}-${index}`,
				name: role,
				openOn,
			})),
	};
}
