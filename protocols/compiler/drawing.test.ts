import { describe, expect, test } from "vitest";
import { compiledModels } from "./compiled-models.ts";
import { type Destination, drawingOf, stationsOf } from "./drawing.ts";

describe.each(compiledModels)("the drawing of %s", (_, compiled) => {
	const drawing = drawingOf(compiled, "fr");
	const stations = stationsOf(drawing);

	test("shows every step of the protocol exactly once", () => {
		const drawn = stations.map(({ id }) => id);

		expect(drawn.toSorted()).toEqual([...compiled.places.steps.keys()].toSorted());
	});

	test("numbers its stations from one, in reading order", () => {
		expect(stations.map(({ number }) => number)).toEqual(stations.map((_, index) => index + 1));
	});

	test("draws each outcome of the document, to where the document says", () => {
		for (const { id, moves } of stations) {
			const step = compiled.places.steps.get(id)?.step;

			expect(moves.map((move) => [move.code, spell(move.to), move.raises, move.to.leads])).toEqual(
				step?.outcomes.map(({ code, to, raises, leads }) => [code, to, raises, leads]),
			);
		}
	});

	test("begins each phase, track and interruption where it starts", () => {
		const starts = compiled.places.containers.map(({ id, start }) => [id, start]);
		const lines = [...drawing.phases, ...drawing.interruptions].flatMap(
			function inside(line): (typeof drawing.phases)[number][] {
				const forks = line.items.filter((item) => item.type === "fork");
				return [line, ...forks.flatMap(({ tracks }) => tracks.flatMap(inside))];
			},
		);

		expect(new Map(lines.map(({ id, items }) => [id, items[0]?.id]))).toEqual(
			new Map(starts as [string, string][]),
		);
	});
});

function spell({ at, id }: Destination): string {
	return at === "step" || at === "group" ? id : `@${at}`;
}
