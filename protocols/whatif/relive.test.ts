import fc from "fast-check";
import { expect, test } from "vitest";
import { noOther } from "#protocols/casework/advance.ts";
import { compiledFrom, editedVersion } from "#protocols/casework/edited.for-tests.ts";
import type { SituationEvent } from "#protocols/casework/events.ts";
import { proposeMap } from "#protocols/casework/move-map.ts";
import { chanceFrom, randomWalk } from "#protocols/casework/random-walk.ts";
import { coordinator, type Rehearsal } from "#protocols/casework/rehearsal.ts";
import { concernAccepted, supporting } from "#protocols/casework/rehearsed-example.ts";
import { answer } from "#protocols/casework/wishes.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import {
	changedExample,
	type DocumentChange,
	exampleAt,
} from "#protocols/language/changed-example.ts";
import { relive } from "./relive.ts";

const monday = 1_788_768_000_000;
const { firstAnalysis, receiveSign } = exampleAt;

test("under the protocol that it followed, nothing is changed", () => {
	const told = supporting();

	expect(verdictsOf(told)).toEqual({
		"receive-sign": "unaffected",
		"send-concern": "unaffected",
		"first-analysis": "unaffected",
	});
});

test("an answer after the delay of the draft would have been late", () => {
	const told = concernAccepted();
	told.waits({ n: 2, unit: "working-days" });
	told.does(answer("first-analysis", "DANGER"));
	const at = [...firstAnalysis, "delay"];
	const shorter = { at, becomes: { n: 1, unit: "clock-hours", basis: "proposal" } };

	expect(verdictsOf(told, shorter)).toMatchObject({
		"receive-sign": "unaffected",
		"first-analysis": "late",
	});
});

test("an outcome that the draft no longer has leaves no way on, and nothing is said of what followed", () => {
	const told = supporting();
	const without = { at: [...receiveSign, "outcomes", 1] };
	const gone = told.compiled.protocol.phases[0].steps[0]?.outcomes[1]?.code;

	expect(gone).toBe("RISK");
	expect(verdictsOf(told, without)).toEqual({ "receive-sign": "stuck" });
});

test("an outcome that leads elsewhere in the draft sends elsewhere", () => {
	const told = supporting();
	const danger = told.compiled.places.steps
		.get("first-analysis")
		?.step.outcomes.findIndex(({ code }) => code === "DANGER");
	const elsewhere = { at: [...firstAnalysis, "outcomes", danger ?? 0, "to"], becomes: "watch" };

	expect(verdictsOf(told, elsewhere)["first-analysis"]).toBe("elsewhere");
});

test("another role that carries a step is elsewhere, and what followed is still told", () => {
	const told = supporting();
	const other = { at: [...receiveSign, "role"], becomes: "crip" };

	expect(verdictsOf(told, other)).toEqual({
		"receive-sign": "elsewhere",
		"send-concern": "unaffected",
		"first-analysis": "unaffected",
	});
});

test("what was moved meanwhile is told by the names that it has at the end", () => {
	const told = concernAccepted();
	const next = editedVersion(told.compiled);
	const [from, to] = ["a".repeat(64), "b".repeat(64)];
	told.does(({ situation }) => ({
		type: "move-situation",
		acting: coordinator,
		seen: situation.position,
		...{ from, to, version: next, map: proposeMap(told.compiled, next) },
	}));
	const [open = ""] = told.situation.snapshot.context.open;
	told.does(answer(open, "DANGER", { by: "crip" }));

	const past = { compiled: told.compiled, events: told.events, versions: () => next };
	const relived = relive(past, questionOf(told, next));

	expect(open).toBe("first-analysis");
	expect([...relived.values()].filter((verdict) => verdict !== "unaffected")).toEqual([]);
	expect(relived.size).toBe(3);
});

test.each(catalogue.map(({ id, document }) => [id, document] as const))(
	"%s: whatever happened under it still fits under it, and leads where it led",
	(_, document) => {
		const compiled = compiledFrom(document);

		fc.assert(
			fc.property(fc.nat(1_000_000_000), fc.integer({ min: 10, max: 120 }), (seed, length) => {
				const walked = walk(compiled, seed, length);
				if (!walked) return;
				const { events, calendar, now } = walked;
				const past = { compiled, events, versions: noOther };

				const verdicts = new Set(relive(past, { draft: compiled, calendar, now }).values());

				expect([...verdicts].filter((one) => one === "stuck" || one === "elsewhere")).toEqual([]);
			}),
			{ seed: 20_260_907, numRuns: 25 },
		);
	},
	60_000,
);

function walk(compiled: CompiledProtocol, seed: number, length: number) {
	const events: SituationEvent[] = [];
	let last: { calendar: Rehearsal["circumstances"]; now: number } | undefined;
	for (const { decision, circumstances } of randomWalk(
		compiled,
		chanceFrom(seed),
		length,
		monday,
	)) {
		if (!decision.accepted) continue;
		events.push(...decision.events);
		last = { calendar: () => circumstances, now: circumstances.now };
	}
	return last && { events, calendar: last.calendar().calendar, now: last.now };
}

/** What a draft with changes makes of a rehearsed situation. */
function verdictsOf(told: Rehearsal, ...changes: DocumentChange[]) {
	const draft = compiledFrom(changedExample(...changes));
	const past = { compiled: told.compiled, events: told.events, versions: noOther };
	return Object.fromEntries(relive(past, questionOf(told, draft)));
}

function questionOf(told: Rehearsal, draft: CompiledProtocol) {
	return { draft, calendar: told.circumstances().calendar, now: told.now };
}
