import type { DrawnPath, LineGeometry } from "./layout.ts";

/** What a layout writes on while it works. */
export type Canvas = Pick<LineGeometry, "panels" | "paths" | "texts" | "stations" | "order">;

export function emptyCanvas(): Canvas {
	return { panels: [], paths: [], texts: [], stations: [], order: [] };
}

export function addText(canvas: Canvas, text: LineGeometry["texts"][number]): void {
	canvas.texts.push(text);
	canvas.order.push(text.id);
}

export function addStation(canvas: Canvas, station: LineGeometry["stations"][number]): void {
	canvas.stations.push(station);
	canvas.order.push(station.id);
}

/** Adds a path under a name of its own. */
export function addPath(canvas: Canvas, path: Omit<DrawnPath, "id">): void {
	canvas.paths.push({ ...path, id: `path-${canvas.paths.length + 1}` });
}

/** Writes a number as SVG wants it, to a tenth. */
export function spell(value: number): string {
	return String(Math.round(value * 10) / 10);
}

/** The template tag of path data: ``path`M${x},${y}H${end}` `` with its numbers to a tenth. */
export function path(pieces: TemplateStringsArray, ...values: number[]): string {
	return pieces.reduce((d, piece, index) => `${d}${spell(values[index - 1] ?? 0)}${piece}`);
}

/** A small open arrowhead whose tip is at a point. */
export function arrowhead(x: number, y: number, towards: "up" | "down" | "left" | "right"): string {
	const [w, h] = [3.6, 4.8];
	switch (towards) {
		case "down":
			return path`M${x - w},${y - h}L${x},${y}L${x + w},${y - h}`;
		case "up":
			return path`M${x - w},${y + h}L${x},${y}L${x + w},${y + h}`;
		case "right":
			return path`M${x - h},${y - w}L${x},${y}L${x - h},${y + w}`;
		case "left":
			return path`M${x + h},${y - w}L${x},${y}L${x + h},${y + w}`;
	}
}
