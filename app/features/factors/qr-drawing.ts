import { encode } from "uqr";

/** A square to photograph, as one path in a drawing of `size` by `size`. */
export type QrDrawing = { size: number; path: string };

/** Draws a text as a square to photograph; no image, no style, nothing fetched. */
export function qrDrawing(text: string): QrDrawing {
	const { data, size } = encode(text, { ecc: "M", border: 4 });
	const squares = data.flatMap((row, y) =>
		row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])),
	);
	return { size, path: squares.join("") };
}
