import { expect, test } from "vitest";
import {
	changedExample,
	type DocumentChange,
	exampleAt,
} from "#protocols/language/changed-example.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { changesFor } from "./changes-for.ts";
import { difference } from "./difference.ts";
import { marksOf } from "./marks.ts";

test("a step that goes from one role to another is lost by the one and gained by the other", () => {
	const changes = after({ at: [...exampleAt.firstAnalysis, "role"], becomes: "lead" });

	expect(told(changes, ["crip"])).toEqual([["carries", "loses", "first-analysis"]]);
	expect(told(changes, ["lead"])).toEqual([["carries", "gains", "first-analysis"]]);
	expect(told(changes, ["care"])).toEqual([]);
});

test("terms of a handoff concern who sends it and who receives it", () => {
	const changes = after({ at: [...exampleAt.askCare, "handoff", "urgency"], becomes: "urgent" });

	expect(told(changes, ["lead"])).toEqual([["carries", "keeps", "ask-care"]]);
	expect(told(changes, ["care"])).toEqual([["receives", "keeps", "ask-care"]]);
	expect(told(changes, ["lead", "care"])).toEqual([["carries", "keeps", "ask-care"]]);
});

test("a handoff that asks another role is lost by the first and gained by the second", () => {
	const changes = after({ at: [...exampleAt.askCare, "handoff", "to"], becomes: "crip" });

	expect(told(changes, ["care"])).toEqual([["receives", "loses", "ask-care"]]);
	expect(told(changes, ["crip"])).toEqual([["receives", "gains", "ask-care"]]);
});

test("promises concern everybody; what concerns others is counted", () => {
	const changes = after(
		{ at: ["promises", 0, "within", "n"], becomes: 9 },
		{ at: [...exampleAt.firstAnalysis, "delay", "n"], becomes: 9 },
	);
	const forCare = changesFor(changes, ["care"]);

	expect(forCare.own).toEqual([]);
	expect(forCare.everybody.map(({ ref }) => ref.kind)).toEqual(["protocol"]);
	expect(forCare.others).toBe(1);
	expect(changesFor(changes, ["crip"]).others).toBe(0);
});

test("the drawings mark what is otherwise on each side, and what is gone on the earlier one", () => {
	const changes = after(
		{ at: [...exampleAt.firstAnalysis, "delay", "n"], becomes: 9 },
		{ at: ["interruptions", 1], becomes: undefined },
		{ at: [...exampleAt.call, "outcomes", 1, "raises"], becomes: undefined },
	);
	const marks = marksOf(changes);

	expect(marks.after["first-analysis"]).toBe("changed");
	expect(marks.after.welcome).toBeUndefined();
	expect(marks.before.welcome).toBe("removed");
});

function after(...changes: DocumentChange[]) {
	const [before, later] = [
		readProtocol(changedExample()),
		readProtocol(changedExample(...changes)),
	];
	if (!before.ok || !later.ok) throw new Error("The changed example is a protocol.");
	return difference(before.protocol, later.protocol);
}

function told(changes: ReturnType<typeof after>, roles: string[]) {
	return changesFor(changes, roles).own.map(({ concern, turn, part: { ref } }) => [
		...[concern, turn],
		"id" in ref ? ref.id : ref.kind,
	]);
}
