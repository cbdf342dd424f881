/** The sizes of text on a drawing, and the way from line to line. */
export const textSizes = {
	title: { size: 13, leading: 16 },
	small: { size: 11, leading: 14 },
	heading: { size: 17, leading: 22 },
	group: { size: 13, leading: 17 },
	/** The same on a phone. */
	titleDown: { size: 15, leading: 18.5 },
	smallDown: { size: 13, leading: 17 },
	groupDown: { size: 14, leading: 18 },
} as const;
export type TextSize = keyof typeof textSizes;

/** Letters of about the same width, in hundredths of the size (Atkinson Hyperlegible Next). */
const widths: [hundredths: number, letters: string][] = [
	[27, "ijl.,:;'’|! \u00a0·"],
	[36, "ftrI()[]-"],
	[50, "ckszvxyJ–"],
	[62, "0123456789ABEFKLPRSTVXYZÉÈÀ«»"],
	[71, "CDGHNOQUÇ"],
	[86, "mwMWŒœ@%—→"],
];
const widthOf = new Map(widths.flatMap(([width, letters]) => [...letters].map((l) => [l, width])));

/**
 * About how wide a text is, in drawing units: a layout that is computed on a server has no font
 * at hand. Errs on the wide side.
 */
export function textWidth(text: string, size: TextSize): number {
	let hundredths = 0;
	for (const letter of text) hundredths += widthOf.get(letter) ?? 57;
	return (hundredths / 100) * textSizes[size].size;
}

/** Breaks a text into lines no wider than `width`, at spaces; a word that is too long alone is cut. */
export function wrapText(text: string, width: number, size: TextSize): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of text.split(" ").flatMap((part) => cut(part, width, size))) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line !== "" && textWidth(longer, size) > width) {
			lines.push(line);
			line = word;
		} else {
			line = longer;
		}
	}
	return line === "" ? lines : [...lines, line];
}

function cut(word: string, width: number, size: TextSize): string[] {
	if (textWidth(word, size) <= width) return [word];
	const most = Math.max(2, Math.floor(width / (0.6 * textSizes[size].size)));
	const hyphen = word.lastIndexOf("-", most);
	const at = hyphen > 1 ? hyphen + 1 : most - 1;
	const head = hyphen > 1 ? word.slice(0, at) : `${word.slice(0, at)}-`;
	return [head, ...cut(word.slice(at), width, size)];
}
