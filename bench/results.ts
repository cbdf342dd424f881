import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { join } from "node:path";
import { type Budget, claimLine, isMet, type Outcome, type Size } from "./budget.ts";

/** One budget as it was measured. */
export type Measured = Outcome & Omit<Budget, "run"> & { seconds: number };

const file = join(import.meta.dirname, "RESULTS.md");
const heading = "# What the bench measured\n";

const preface = `
\`npm run bench\` writes this page. It fails on a ratio or a count, never on a time: the same run on a
slower machine gives other times and the same ratios. Each section says on which machine, when, at
which commit, and how busy the machine was (load: programs that wanted to run, on average over one minute
before it ended; above the number of cores, every figure with a time in it suffers).
`;

/** Writes what was measured of one budget; the sections of the others stay as they were. */
export function writeResult(measured: Measured, size: Size): void {
	const before = existsSync(file) ? readFileSync(file, "utf8") : "";
	const kept = new Map(sectionsOf(before));
	kept.set(measured.number, sectionFor(measured, size));
	const sections = [...kept].sort(([left], [right]) => left - right).map(([, text]) => text);
	writeFileSync(file, `${[heading + preface, ...sections].join("\n").trimEnd()}\n`);
}

function sectionsOf(text: string): [number, string][] {
	return text.split(/\n(?=## )/).flatMap((section) => {
		const number = /^## (\d+)\./.exec(section)?.[1];
		return number === undefined ? [] : [[Number(number), `${section.trimEnd()}\n`]];
	});
}

function sectionFor({ number, title, whenMissed, ...measured }: Measured, size: Size): string {
	const { seen, claims, seconds } = measured;
	const met = isMet(measured);
	const [load = 0] = loadavg();
	const run = [
		`${machine()}, load ${load.toFixed(1)}`,
		`${new Date().toISOString().slice(0, 16)}Z`,
		`commit ${commit()}`,
		`${size} size, ${seconds} s`,
	];
	return [
		`## ${number}. ${title}: ${met ? "holds" : "missed"}`,
		"",
		`${run.join("; ")}.`,
		"",
		...seen.map((line) => `- ${line}`),
		...claims.map((claim) => `- ${claimLine(claim)}`),
		...(met || !whenMissed ? [] : ["", whenMissed]),
		"",
	].join("\n");
}

function machine(): string {
	const model = cpus()[0]?.model.trim() || "unknown processor";
	const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
	return `${cpus().length} cores of ${model}, ${memory}, ${platform()} ${arch()}, Node ${process.versions.node}`;
}

function commit(): string {
	const git = (...words: string[]) => execFileSync("git", words, { encoding: "utf8" }).trim();
	const changed = git("status", "--porcelain", "--", "app", "db", "protocols", "bench") !== "";
	return `${git("rev-parse", "--short", "HEAD")}${changed ? " with changes" : ""}`;
}
