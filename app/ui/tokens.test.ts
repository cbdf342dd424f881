import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Colours = Record<string, string>;

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");
const [base = {}, dark = {}, contrast = {}, contrastDark = {}] = css
	.split(":root")
	.slice(1)
	.map(coloursIn);

const schemes: [string, Colours][] = [
	["light", base],
	["dark", { ...base, ...dark }],
	["light with more contrast", { ...base, ...contrast }],
	["dark with more contrast", { ...base, ...dark, ...contrast, ...contrastDark }],
];

const texts = ["ink", "ink-soft", "link", "late", "done", "failure"];
const grounds = ["paper", "surface", "sunken", "tint", "late-paper", "failure-paper"];
const shapes = ["border", "identification", "orientation", "accompaniment", "focus"];

describe.each(schemes)("in the %s scheme", (_name, colours) => {
	test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))(
		"%s on %s reads at 7:1",
		(text, ground) => {
			expect(ratio(colours, text, ground)).toBeGreaterThanOrEqual(7);
		},
	);

	test("the words of a filled button and of the emergency strip read at 7:1", () => {
		expect(ratio(colours, "on-ink", "ink")).toBeGreaterThanOrEqual(7);
		expect(ratio(colours, "on-ink", "ink-pressed")).toBeGreaterThanOrEqual(7);
		expect(ratio(colours, "emergency", "emergency-paper")).toBeGreaterThanOrEqual(7);
	});

	test.each(shapes)("%s is seen at 3:1", (shape) => {
		for (const ground of ["paper", "surface", "sunken"]) {
			expect(ratio(colours, shape, ground)).toBeGreaterThanOrEqual(3);
		}
	});
});

function coloursIn(block: string): Colours {
	const [own = ""] = block.split("}");
	return Object.fromEntries(
		[...own.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = "", value = ""]) => [
			name,
			value,
		]),
	);
}

/** Contrast as WCAG 2.2 defines it, from 1 to 21. */
function ratio(colours: Colours, one: string, other: string): number {
	const [light = 0, darkest = 0] = [luminance(colours[one]), luminance(colours[other])].sort(
		(a, b) => b - a,
	);
	return (light + 0.05) / (darkest + 0.05);
}

function luminance(colour = "#000000"): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
		const share = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
