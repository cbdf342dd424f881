import type { Drawing, Line } from "#protocols/compiler/drawing.ts";
import type { ChangeKind } from "#protocols/difference/difference.ts";
import type { Marks } from "#protocols/difference/marks.ts";

/** A drawing on which every station that is otherwise says so in a word, under its delay. */
export function markedDrawing(
	drawing: Drawing,
	marks: Marks,
	words: Readonly<Record<ChangeKind, string>>,
): Drawing {
	const marked = (line: Line): Line => ({
		...line,
		items: line.items.map((item) => {
			if (item.type === "fork") return { ...item, tracks: item.tracks.map(marked) };
			const change = marks[item.id];
			return change ? { ...item, delay: `${item.delay} · ${words[change]}` } : item;
		}),
	});
	return {
		...drawing,
		phases: drawing.phases.map(marked),
		interruptions: drawing.interruptions.map(marked),
	};
}

/** Rings on a drawing: one around each station that is otherwise. */
export function ringsOf(marks: Marks): Record<string, "changed"> {
	return Object.fromEntries(Object.keys(marks).map((stepId) => [stepId, "changed" as const]));
}
