import type { browsers, systems } from "#db/schema/accounts.ts";

/** What a browser is and runs on: one coarse word each, enough to know one's own session again. */
export type Device = { system: (typeof systems)[number]; browser: (typeof browsers)[number] };

/* In this order: a browser also names those that it descends from. */
const systemMarks: [Device["system"], RegExp][] = [
	["ios", /iphone|ipad|ipod/i],
	["android", /android/i],
	["windows", /windows/i],
	["mac", /macintosh|mac os/i],
	["linux", /linux|x11|cros/i],
];

const browserMarks: [Device["browser"], RegExp][] = [
	["edge", /\bedg(e|a|ios)?\//i],
	["firefox", /firefox|fxios/i],
	["chrome", /chrom(e|ium)|crios/i],
	["safari", /safari/i],
];

/** Reads the header in which a browser describes itself; nothing else of it is kept. */
export function deviceOf(userAgent: string): Device {
	return { system: markedBy(systemMarks, userAgent), browser: markedBy(browserMarks, userAgent) };
}

function markedBy<Word extends string>(marks: [Word, RegExp][], text: string): Word | "other" {
	return marks.find(([, mark]) => mark.test(text))?.[0] ?? "other";
}
