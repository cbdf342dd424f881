import type { Belonging } from "#protocols/compiler/layout.ts";

/** The colour of a stretch: its phase's, a shade of it for each track, ink for an interruption. */
export function strokeOf({ phase, interruption }: Belonging): string {
	if (interruption) return "stroke-ink-soft";
	return phase ? strokes[phase] : "stroke-ink-soft";
}

const strokes = {
	identification: "stroke-identification",
	orientation: "stroke-orientation",
	accompaniment: "stroke-accompaniment",
} as const;

const fills = {
	identification: "fill-identification",
	orientation: "fill-orientation",
	accompaniment: "fill-accompaniment",
} as const;

/** The same colour, to fill with. */
export function fillOf({ phase, interruption }: Belonging): string {
	if (interruption || !phase) return "fill-ink-soft";
	return fills[phase];
}

/** Patterns besides colour: solid, dashed, double. */
export function patternOf({ phase, interruption }: Belonging): "solid" | "dashed" | "double" {
	if (interruption || !phase) return "solid";
	return ({ identification: "solid", orientation: "dashed", accompaniment: "double" } as const)[
		phase
	];
}

/** The hand of each text, and the way from line to line: as measured by the layout. */
export const textLooks = {
	horizontal: {
		title: { className: "text-[13px]", leading: 16 },
		small: { className: "text-[11px]", leading: 14 },
		phase: { className: "fill-ink text-[17px] font-bold", leading: 22 },
		group: { className: "fill-ink-soft text-[13px] font-semibold", leading: 17 },
		track: { className: "fill-ink text-[13px] font-semibold", leading: 17 },
		interruption: { className: "fill-ink text-[15px] font-bold", leading: 20 },
		about: { className: "fill-ink-soft text-[11px]", leading: 14 },
	},
	vertical: {
		title: { className: "text-[15px]", leading: 18.5 },
		small: { className: "text-[13px]", leading: 17 },
		phase: { className: "fill-ink text-[17px] font-bold", leading: 22 },
		group: { className: "fill-ink-soft text-[14px] font-semibold", leading: 18 },
		track: { className: "fill-ink text-[14px] font-semibold", leading: 18 },
		interruption: { className: "fill-ink text-[16px] font-bold", leading: 21 },
		about: { className: "fill-ink-soft text-[13px]", leading: 17 },
	},
} as const;
