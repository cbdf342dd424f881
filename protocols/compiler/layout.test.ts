import { describe, expect, test } from "vitest";
import { compiledLarge, compiledModels } from "./compiled-models.ts";
import { drawingOf, stationsOf } from "./drawing.ts";
import {
	type DrawnStation,
	type DrawnText,
	type LineGeometry,
	layoutLine,
	type Orientation,
} from "./layout.ts";
import { textSizes, textWidth } from "./layout-text.ts";

const orientations: Orientation[] = ["horizontal", "vertical"];
const cases = [...compiledModels, ["large", compiledLarge(200)] as const].flatMap(
	([id, compiled]) =>
		(["fr", "en"] as const).flatMap((language) =>
			orientations.map((orientation) => ({ id, compiled, language, orientation })),
		),
);

describe.each(cases)("the $orientation line of $id in $language", (situated) => {
	const { compiled, language, orientation } = situated;
	const drawing = drawingOf(compiled, language);
	const geometry = layoutLine(drawing, { orientation });

	test("places every step exactly once, in reading order", () => {
		expect(geometry.stations.map(({ id }) => id)).toEqual(stationsOf(drawing).map(({ id }) => id));
		expect(geometry.order.filter((id) => geometry.stations.some((one) => one.id === id))).toEqual(
			geometry.stations.map(({ id }) => id),
		);
	});

	test("lets no station, label or title lie over another", () => {
		const boxes = [
			...geometry.stations.flatMap((station) => boxesOf(station, orientation)),
			...geometry.texts.map((text) => textBox(text, orientation)),
		];

		expect(overlapping(boxes)).toEqual([]);
	});

	test("stays within its own edges", () => {
		for (const station of geometry.stations) {
			for (const { left, right, top, bottom } of boxesOf(station, orientation)) {
				expect(left).toBeGreaterThanOrEqual(0);
				expect(right).toBeLessThanOrEqual(geometry.width + 1);
				expect(top).toBeGreaterThanOrEqual(0);
				expect(bottom).toBeLessThanOrEqual(geometry.height);
			}
		}
	});

	test("is the same each time", () => {
		expect(layoutLine(drawingOf(compiled, language), { orientation })).toEqual(geometry);
	});
});

test.each(compiledModels)("the vertical line of %s fits a phone of 360", (_, compiled) => {
	const geometry = layoutLine(drawingOf(compiled, "fr"), { orientation: "vertical" });

	expect(geometry.width).toBeLessThanOrEqual(360);
});

test.each(orientations)("a %s line grows in proportion to its steps", (orientation) => {
	const drawn = [100, 200].map((steps) =>
		countParts(layoutLine(drawingOf(compiledLarge(steps), "fr"), { orientation })),
	);

	expect(drawn[1]).toBeLessThan(2.2 * (drawn[0] ?? 0));
	expect(drawn[1]).toBeLessThan(200 * 8);
});

test("the course and the interruptions can be drawn apart, under the same numbers", () => {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");
	const drawing = drawingOf(compiled, "fr");

	const course = layoutLine(drawing, { part: "course" });
	const beside = layoutLine(drawing, { part: "interruptions" });

	const numbers = [...course.stations, ...beside.stations].map(({ number }) => number);
	expect(numbers).toEqual(stationsOf(drawing).map(({ number }) => number));
});

type Box = { id: string; left: number; right: number; top: number; bottom: number };

/** The sign of a station, its words, and its chips. */
function boxesOf(station: DrawnStation, orientation: Orientation): Box[] {
	const { id, x, y, chips } = station;
	const half = orientation === "vertical" ? 11 : 13;
	const sign = { id, left: x - half, right: x + half, top: y - half, bottom: y + half };
	const small = chips.map((chip) => ({
		id: `${id} ${chip.kind} ${chip.text}`,
		left: chip.x,
		right: chip.x + chip.width,
		top: chip.y,
		bottom: chip.y + 17,
	}));
	return [sign, wordsBox(station, orientation), ...small];
}

function wordsBox({ id, label, title, small }: DrawnStation, orientation: Orientation): Box {
	const [titleSize, smallSize] =
		orientation === "vertical"
			? (["titleDown", "smallDown"] as const)
			: (["title", "small"] as const);
	const width = Math.max(
		...title.map((line) => textWidth(line, titleSize)),
		...small.map((line) => textWidth(line, smallSize)),
	);
	const left = label.anchor === "middle" ? label.x - width / 2 : label.x;
	const height =
		title.length * textSizes[titleSize].leading + small.length * textSizes[smallSize].leading;
	const top = label.y - textSizes[titleSize].size;
	return { id: `${id} words`, left, right: left + width, top, bottom: top + height };
}

function textBox({ id, kind, lines, x, y }: DrawnText, orientation: Orientation): Box {
	const down = orientation === "vertical";
	const sizes = {
		phase: "heading",
		interruption: "heading",
		group: down ? "groupDown" : "group",
		track: down ? "groupDown" : "group",
		about: down ? "smallDown" : "small",
	} as const;
	const { size, leading } = textSizes[sizes[kind]];
	const width = Math.max(...lines.map((line) => textWidth(line, sizes[kind])));
	const top = y - size * 0.8;
	return {
		id: `${id} ${kind}`,
		left: x,
		right: x + width + (kind === "interruption" ? 30 : 0),
		top,
		bottom: top + size + (lines.length - 1) * leading,
	};
}

function overlapping(boxes: Box[]): string[] {
	return boxes.flatMap((one, index) =>
		boxes
			.slice(index + 1)
			.filter(
				(other) =>
					one.left < other.right &&
					other.left < one.right &&
					one.top < other.bottom &&
					other.top < one.bottom,
			)
			.map((other) => `${one.id} / ${other.id}`),
	);
}

function countParts({ stations, paths, texts, panels }: LineGeometry): number {
	return stations.length + paths.length + texts.length + panels.length;
}
