import { expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { drawingOf } from "#protocols/compiler/drawing.ts";
import { type SituationPlace, situationLine, stationStates } from "./situation-line.ts";
import { layoutSmall } from "./small-layout.ts";

const place: SituationPlace = {
	phases: { done: ["identification", "orientation"], current: "accompaniment" },
	open: [
		{ stepId: "review", state: "paused" },
		{ stepId: "ask-care", state: "late" },
		{ stepId: "keep-bond", state: "here" },
	],
	visited: ["receive-sign", "send-concern", "first-analysis", "review"],
	interruptions: ["runaway"],
};

test("a station that is open again is not shown as done", () => {
	expect(stationStates(place)).toEqual({
		"receive-sign": "done",
		"send-concern": "done",
		"first-analysis": "done",
		review: "paused",
		"ask-care": "late",
		"keep-bond": "here",
	});
});

test("the small line keeps the phases, the open steps with their tracks, and what runs beside", () => {
	const line = situationLine(exampleDrawing(), place);

	expect(line.phases.map(({ id, state }) => [id, state])).toEqual([
		["identification", "done"],
		["orientation", "done"],
		["accompaniment", "here"],
	]);
	expect(line.open.map(({ id, track, state }) => [id, track, state])).toEqual([
		["review", "Sécurité et lieu de vie", "paused"],
		["ask-care", "Soin", "late"],
	]);
	expect(line.interruptions).toMatchObject([
		{ id: "runaway", letter: "B", title: "Fugue", open: [{ id: "keep-bond", state: "here" }] },
	]);
});

test("the small line places each open step once, one under the other", () => {
	const line = situationLine(exampleDrawing(), place);

	const { stations, names, height } = layoutSmall(line, ({ state }) => state);

	expect(stations.map(({ id }) => id)).toEqual(["review", "ask-care", "keep-bond"]);
	const rows = stations.map(({ y }) => y);
	expect(rows).toEqual(rows.toSorted((one, other) => one - other));
	expect(Math.max(...rows)).toBeLessThan(height);
	expect(names).toHaveLength(1);
});

test("a closed situation has only phases behind it", () => {
	const line = situationLine(exampleDrawing(), {
		phases: { done: ["identification", "orientation", "accompaniment"] },
		open: [],
		visited: [],
		interruptions: [],
	});

	expect(line.phases.every(({ state }) => state === "done")).toBe(true);
	expect(layoutSmall(line, () => "").stations).toEqual([]);
});

function exampleDrawing() {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");
	return drawingOf(compiled, "fr");
}
