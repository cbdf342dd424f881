import { expect, test } from "vitest";
import { inspectText } from "./inspect-text.ts";

/** What somebody could send to keep the server busy, made as long as one likes. */
const floods = {
	figures: (length: number) => "06 ".repeat(length / 3),
	"one figure after the other": (length: number) => "1".repeat(length),
	"numbers in words": (length: number) => "zéro six ".repeat(length / 9),
	"signs of addresses": (length: number) => "a@".repeat(length / 2),
	"dotted words": (length: number) => "a.".repeat(length / 2),
	capitals: (length: number) => "Aaa ".repeat(length / 4),
	"capitals without end": (length: number) => "A".repeat(length),
	hyphens: (length: number) => "a-".repeat(length / 2),
	"births and dates": (length: number) => "né le 12 mars 2011 ".repeat(length / 19),
	announcements: (length: number) => "snap dossier tel rue 1 ".repeat(length / 23),
	"invisible signs": (length: number) => "\u200b".repeat(length),
	"brackets and dashes": (length: number) => "((--".repeat(length / 4),
	spaces: (length: number) => " ".repeat(length),
};

test.each(Object.entries(floods))(
	"ten times as much of %s takes no hundred times as long",
	(_, flood) => {
		const once = fewestMs(flood(4_000));
		const tenTimes = fewestMs(flood(40_000));

		// A quadratic look would take a hundred times as long; ten is what is expected.
		expect(tenTimes).toBeLessThan(45 * Math.max(once, 1));
	},
);

/** The shortest of three looks, in milliseconds of this thread: others may be busy meanwhile. */
function fewestMs(text: string): number {
	const looks = [1, 2, 3].map(() => {
		const began = process.threadCpuUsage();
		inspectText(text, { language: "fr" });
		const { user, system } = process.threadCpuUsage(began);
		return (user + system) / 1000;
	});
	return Math.min(...looks);
}
