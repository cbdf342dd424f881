import { parseArgs } from "node:util";
import { runCampaign } from "./campaign.ts";
import { answerAsWorker } from "./campaign-worker.ts";
import { closeDoors, hasDoor } from "./door/open-door.ts";
import { summary } from "./report.ts";
import { Broken } from "./run.ts";
import { simulate } from "./simulate.ts";

/*
 * `npm run simulate -- --seed 1234 --days 90 [--trace]` lives one simulation again;
 * `npm run simulate -- --seeds 1000 --days 90 [--from 1] [--minutes 20]` lives many, on all cores.
 */

const { values } = parseArgs({
	options: {
		seed: { type: "string" },
		seeds: { type: "string", default: "50" },
		from: { type: "string", default: "1" },
		days: { type: "string", default: "90" },
		acts: { type: "string", default: "12" },
		minutes: { type: "string" },
		processes: { type: "string" },
		trace: { type: "boolean", default: false },
		worker: { type: "boolean", default: false },
	},
});

if (values.worker) answerAsWorker();
else if (values.seed !== undefined) await liveOne(Number(values.seed));
else process.exitCode = (await campaign()) ? 0 : 1;

async function liveOne(seed: number): Promise<void> {
	const began = performance.now();
	const trace = values.trace ? { trace: say } : {};
	try {
		const wanted = { seed, days: Number(values.days), acts: Number(values.acts), ...trace };
		const { tally, journal, letters } = await simulate({ ...wanted, door: hasDoor(seed) });
		say(summary(tally, { seeds: 1, seconds: (performance.now() - began) / 1000 }));
		say(`journal ${journal}\nletters ${letters}`);
	} catch (error) {
		if (!(error instanceof Broken)) throw error;
		say(error.message);
		process.exitCode = 1;
	} finally {
		await closeDoors();
	}
}

async function campaign(): Promise<boolean> {
	const from = Number(values.from);
	const { done, tally, failed, seconds } = await runCampaign({
		seeds: Array.from({ length: Number(values.seeds) }, (_, index) => from + index),
		days: Number(values.days),
		acts: Number(values.acts),
		...(values.minutes === undefined ? {} : { minutes: Number(values.minutes) }),
		...(values.processes === undefined ? {} : { processes: Number(values.processes) }),
		tell: say,
	});
	say(summary(tally, { seeds: done, seconds }));
	for (const { seed, why } of failed) {
		say(
			`Seed ${seed} failed: ${why}\n  npm run simulate -- --seed ${seed} --days ${values.days} --acts ${values.acts} --trace`,
		);
	}
	say(`${done - failed.length} seeds held, ${failed.length} failed`);
	return failed.length === 0 && done > 0;
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}
