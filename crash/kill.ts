import { killWriters, type Stage, type Tally } from "./campaign.ts";

/** Kills in one store: short histories, so that each look at all of them stays fast. */
export const killsInOneStore = 12;

/** How long the long campaign is, unless told otherwise: 20,000 handoffs take a few more than 2,000 kills. */
const usualKills = 2_400;

/**
 * The long campaign: stores one after another, the seed of each printed, until so many writers
 * were killed.
 *
 * @returns whether everything agreed after every kill
 */
export async function killCampaign(
	stage: Stage,
	{ CRASH_SEED, CRASH_KILLS }: Record<string, string | undefined>,
	say: (line: string) => void,
): Promise<boolean> {
	const kills = Number(CRASH_KILLS ?? usualKills);
	const first = Number(CRASH_SEED ?? drawnSeed());
	let total: Tally | undefined;
	for (let done = 0, seed = first; done < kills; done += killsInOneStore, seed += 1) {
		const now = Math.min(killsInOneStore, kills - done);
		try {
			total = added(total, await killWriters(stage, seed, now));
		} catch (error) {
			say(replayOf(seed, now, error));
			return false;
		}
		say(`${wordsFor(total)} Seeds ${first} to ${seed}.`);
	}
	return true;
}

/** What a campaign met, in one line. */
export function wordsFor(tally: Tally): string {
	const { kills, acknowledged, handoffs, events, messages } = tally;
	return `${kills} kills, ${acknowledged} acts acknowledged, ${handoffs} handoffs, ${events} events, ${messages} messages: 0 lost, 0 doubled, 0 torn (${tally.cut} acts cut, of which ${tally.cutAndRecorded} were recorded whole; ${tally.sentAgain} sent again).`;
}

/** What did not agree, and how to see it again. */
export function replayOf(seed: number, kills: number, error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	return `CRASH_SEED=${seed} CRASH_KILLS=${kills} npm run crash replays this alone.\n${message}`;
}

function added(one: Tally | undefined, other: Tally): Tally {
	if (!one) return other;
	const names = Object.keys(other) as (keyof Tally)[];
	return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as Tally;
}

/** Another campaign each time; the seed is printed. */
function drawnSeed(): number {
	return Math.floor(performance.timeOrigin / 1000) % 100_000_000;
}
