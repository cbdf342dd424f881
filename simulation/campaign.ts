import { type ChildProcess, fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { Answer, Order } from "./campaign-worker.ts";
import { addTally, emptyTally, type Tally } from "./tally.ts";

export type Campaign = {
	seeds: number[];
	days: number;
	acts: number;
	/** No seed begins after so many minutes. */
	minutes?: number;
	/** How many at once; as many as there are cores where nothing is said. */
	processes?: number;
	tell(line: string): void;
};

export type CampaignDone = {
	done: number;
	tally: Tally;
	failed: { seed: number; why: string }[];
	seconds: number;
};

/** Lives many seeds, one process a core; a seed that fails stops no other. */
export async function runCampaign(campaign: Campaign): Promise<CampaignDone> {
	const began = performance.now();
	const waiting = [...campaign.seeds];
	const result: CampaignDone = { done: 0, tally: emptyTally(), failed: [], seconds: 0 };
	const secondsSoFar = () => (performance.now() - began) / 1000;
	const next = (): Order | undefined => {
		if (campaign.minutes !== undefined && secondsSoFar() > campaign.minutes * 60) return undefined;
		const seed = waiting.shift();
		return seed === undefined ? undefined : { seed, days: campaign.days, acts: campaign.acts };
	};
	const take = (answer: Answer) => {
		result.done += 1;
		if ("tally" in answer) addTally(result.tally, answer.tally);
		else {
			result.failed.push(answer);
			campaign.tell(`seed ${answer.seed} failed: ${answer.why.split("\n")[0]}`);
		}
		if (result.done % 25 === 0)
			campaign.tell(`${result.done} seeds, ${secondsSoFar().toFixed(0)} s`);
	};
	const { processes = availableParallelism() } = campaign;
	const workers = Math.min(processes, campaign.seeds.length);
	await Promise.all(Array.from({ length: workers }, () => employ(next, take)));
	result.seconds = secondsSoFar();
	return result;
}

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

/** One process, sent one seed after another; one that ends by itself fails its seed and is replaced. */
async function employ(
	next: () => Order | undefined,
	take: (answer: Answer) => void,
): Promise<void> {
	let worker: ChildProcess | undefined;
	for (let order = next(); order; order = next()) {
		worker = worker?.connected ? worker : fork(main, ["--worker"]);
		take(await answered(worker, order));
	}
	worker?.disconnect();
}

function answered(worker: ChildProcess, order: Order): Promise<Answer> {
	return new Promise((resolve) => {
		const ended = (code: number | null) => {
			resolve({ seed: order.seed, why: `Its process ended with ${code}.` });
		};
		worker.once("exit", ended);
		worker.once("message", (answer: Answer) => {
			worker.off("exit", ended);
			resolve(answer);
		});
		worker.send(order);
	});
}
