import type { Stage } from "../campaign.ts";
import { losePower, type PowerTally, type Synchronous } from "./power-loss.ts";

/** Acts in one recording: what strace writes of them stays under a hundred megabytes. */
export const actsInOneRecording = 100;

/** Acknowledged acts at which the long campaign loses the power. */
const usualPoints = 1_000;

/**
 * The long campaign: the power goes at each of so many acknowledged acts, with the store as it is,
 * then with one that waits less for the disk and must be found to lose something.
 *
 * @returns whether nothing was lost, and the control lost something
 */
export async function powerCampaign(
	stage: Stage,
	{ CRASH_SEED, CRASH_POINTS }: Record<string, string | undefined>,
	say: (line: string) => void,
): Promise<boolean> {
	const asked = { seed: Number(CRASH_SEED ?? 1), points: Number(CRASH_POINTS ?? usualPoints) };
	const ours = await tallyOf(stage, { ...asked, synchronous: "FULL", partialImages: 3 }, say);
	const control = await tallyOf(stage, { ...asked, synchronous: "NORMAL", partialImages: 0 }, say);
	return ours.lossy === 0 && ours.unsound.length === 0 && control.lossy > 0;
}

type Asked = { seed: number; points: number; synchronous: Synchronous; partialImages: number };

async function tallyOf(
	stage: Stage,
	{ seed, points, ...how }: Asked,
	say: (line: string) => void,
): Promise<PowerTally> {
	const total: PowerTally = { points: 0, images: 0, lossy: 0, unsound: [] };
	for (let own = seed; total.points < points; own += 1) {
		const acts = Math.min(actsInOneRecording, points - total.points);
		const tally = await losePower(stage, { seed: own, acts, recorder: "strace", ...how });
		total.points += tally.points;
		total.images += tally.images;
		total.lossy += tally.lossy;
		total.unsound.push(...tally.unsound);
		say(wordsForPower(how.synchronous, total, own));
	}
	return total;
}

/** What power losses left, in one line. */
export function wordsForPower(
	synchronous: Synchronous,
	{ points, images, lossy, unsound }: PowerTally,
	seed: number,
): string {
	const wrong = unsound.length === 0 ? "" : ` The first: ${unsound[0]}`;
	return `Power loss at ${synchronous}: ${points} points, ${images} disks; on ${lossy} an acknowledged act was lost, ${unsound.length} faults beside (CRASH_SEED=${seed}).${wrong}`;
}
