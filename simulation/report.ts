import type { Tally } from "./tally.ts";

/** What a campaign did, for people to read. */
export function summary(
	{ acts, faults, counts }: Tally,
	{ seeds, seconds }: { seeds: number; seconds: number },
): string {
	const kinds = Object.entries(acts).sort(([one], [other]) => (one < other ? -1 : 1));
	const sum = (which: "accepted" | "refused") =>
		kinds.reduce((total, [, act]) => total + act[which], 0);
	return [
		`${seeds} seeds in ${seconds.toFixed(1)} s`,
		`acts: ${sum("accepted")} accepted, ${sum("refused")} refused`,
		...kinds.map(([kind, { accepted, refused }]) => `  ${kind}: ${accepted} / ${refused}`),
		"faults met:",
		...listed(faults),
		"seen:",
		...listed(counts),
	].join("\n");
}

function listed(counts: Record<string, number>): string[] {
	return Object.entries(counts)
		.sort(([one], [other]) => (one < other ? -1 : 1))
		.map(([what, count]) => `  ${what}: ${count}`);
}
