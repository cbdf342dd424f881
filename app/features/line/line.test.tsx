import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { compiledModels } from "#protocols/compiler/compiled-models.ts";
import { type Drawing, drawingOf, stationsOf } from "#protocols/compiler/drawing.ts";
import { layoutLine, type Orientation } from "#protocols/compiler/layout.ts";
import { Line } from "./line.tsx";

const orientations: Orientation[] = ["horizontal", "vertical"];

test.each(orientations)("a %s line holds its words in reading order", (orientation) => {
	const drawing = exampleDrawing();
	const markup = renderToStaticMarkup(
		<Line geometry={layoutLine(drawing, { orientation })} label="Exemple" />,
	);

	const text = markup.replaceAll(/<[^>]+>/g, "");
	const places = stationsOf(drawing).map(({ number, title }) =>
		text.indexOf(`${number}${title.split(/[\s\u00a0]/)[0]}`),
	);
	expect(places).not.toContain(-1);
	expect(places).toEqual(places.toSorted((one, other) => one - other));
});

test("a line carries no inline style, which the content security policy refuses", () => {
	const geometry = layoutLine(exampleDrawing());

	const markup = renderToStaticMarkup(
		<Line geometry={geometry} label="Exemple" states={{ watch: "late", call: "paused" }} />,
	);

	expect(markup).not.toMatch(/ style=|<style/);
});

test("a line is one picture with a name; with links it is a list of them", () => {
	const geometry = layoutLine(exampleDrawing());

	const picture = renderToStaticMarkup(<Line geometry={geometry} label="Exemple" />);
	const linked = renderToStaticMarkup(
		<Line geometry={geometry} label="Exemple" hrefOf={(id) => `#${id}`} />,
	);

	expect(picture).toContain('role="img" aria-label="Exemple"');
	expect(linked).toContain('role="group" aria-label="Exemple"');
	expect(linked.match(/<a href="#/g)).toHaveLength(geometry.stations.length);
});

function exampleDrawing(): Drawing {
	const [, compiled] = compiledModels[0] ?? [];
	if (!compiled) throw new Error("The catalogue is empty.");
	return drawingOf(compiled, "fr");
}
