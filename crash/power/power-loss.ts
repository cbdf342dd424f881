import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CannotStart } from "#db/cannot-start.ts";
import { monday } from "#db/small-territory.ts";
import { closeStores, openStores, placesIn } from "#db/stores.ts";
import type { Chance } from "#protocols/casework/random-choice.ts";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import type { Stage } from "../campaign.ts";
import { linesOf, type Said } from "../said.ts";
import { faultsOf } from "../soundness.ts";
import { type Disk, diskWith, leftAfterPowerLoss, take, writeOut } from "./disk.ts";
import { type Recorder, recorded } from "./recording.ts";
import type { DiskCall } from "./trace.ts";

/** How a store waits for the disk: FULL as ours does, NORMAL as the negative control. */
export type Synchronous = "FULL" | "NORMAL";

/** What power losses left. */
export type PowerTally = {
	/** Acknowledged acts, at each of which the power went. */
	points: number;
	/** Disks that were looked at: at worst, and by chance. */
	images: number;
	/** Disks on which an acknowledged act was missing. */
	lossy: number;
	/** Disks of which something else was wrong. */
	unsound: string[];
};

type Asked = {
	seed: number;
	acts: number;
	synchronous: Synchronous;
	/** Disks by chance, between each answer and the next. */
	partialImages: number;
	recorder: Recorder;
};

/** Lets a writer work once, then loses the power at each act that it acknowledged, and in between. */
export async function losePower(
	{ program, store, territory }: Stage,
	{ seed, acts, synchronous, partialImages, recorder }: Asked,
): Promise<PowerTally> {
	const place = mkdtempSync(join(tmpdir(), "relais-power-"));
	try {
		const directory = join(place, "store");
		const traces = join(place, "traces");
		mkdirSync(traces);
		cpSync(store, directory, { recursive: true });
		const disk = diskWith(directory);
		const beginning = { directory, world: { ...territory, seed }, from: 0, again: [], acts };
		const calls = await recorded(program, { ...beginning, synchronous }, { recorder, traces });
		return replay(
			{ calls, disk, directory, image: join(place, "image") },
			{
				chance: chanceFrom(seed),
				partialImages,
			},
		);
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
}

type Recording = { calls: DiskCall[]; disk: Disk; directory: string; image: string };
type Answered = Extract<Said, { said: "done" }>;

function replay(
	{ calls, disk, directory, image }: Recording,
	{ chance, partialImages }: { chance: Chance; partialImages: number },
): PowerTally {
	const tally: PowerTally = { points: 0, images: 0, lossy: 0, unsound: [] };
	const said: Answered[] = [];
	const between = pointsBetween(calls, chance, partialImages);
	for (const [index, call] of calls.entries()) {
		if (call.call !== "say") take(disk, call);
		const answers = answersIn(call);
		said.push(...answers);
		const lost = times(between.get(index) ?? 0, () => lookAt(leftAfterPowerLoss(disk, chance)));
		tally.points += answers.length;
		if (answers.length > 0) lost.push(lookAt(leftAfterPowerLoss(disk)));
		tally.lossy += lost.filter(Boolean).length;
	}
	return tally;

	/** @returns whether an acknowledged act is missing */
	function lookAt(left: Map<string, Buffer>): boolean {
		tally.images += 1;
		rmSync(image, { recursive: true, force: true });
		writeOut(left, directory, image);
		const { lost, unsound } = foundIn(image, said);
		tally.unsound.push(...unsound);
		return lost;
	}
}

function times<Result>(count: number, act: () => Result): Result[] {
	return Array.from({ length: count }, act);
}

function answersIn(call: DiskCall): Answered[] {
	return call.call === "say" ? linesOf(call.text).filter(isAnswer) : [];
}

function isAnswer(line: Said): line is Answered {
	return line.said === "done";
}

/** After which calls the power goes too, by chance, so often between each answer and the next. */
function pointsBetween(calls: DiskCall[], chance: Chance, count: number): Map<number, number> {
	const points = new Map<number, number>();
	let before = 0;
	for (const [index, call] of calls.entries()) {
		if (answersIn(call).length === 0) continue;
		for (const at of times(count, () => before + chance(index - before + 1))) {
			points.set(at, (points.get(at) ?? 0) + 1);
		}
		before = index;
	}
	return points;
}

const yearMs = 365 * 24 * 3_600_000;

/** Starts on what is left, as the server would. */
function foundIn(directory: string, said: Answered[]): { lost: boolean; unsound: string[] } {
	try {
		const db = openStores(placesIn(directory));
		try {
			const linkAt = db.$client.prepare("SELECT lower(hex(link)) FROM journal WHERE sequence = ?");
			const missing = said.some(
				({ sequence, link }) => sequence > 0 && linkAt.pluck().get(sequence) !== link,
			);
			return { lost: missing, unsound: faultsOf(db, monday + yearMs) };
		} finally {
			closeStores(db);
		}
	} catch (error) {
		// Where nothing starts, everything is lost.
		if (error instanceof CannotStart) return { lost: said.length > 0, unsound: [error.message] };
		throw error;
	}
}
