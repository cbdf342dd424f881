import { closeSync, fsyncSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/client.ts";
import { decideAndRecord, journalHead } from "#db/journal.ts";
import { shareCommit } from "#db/shared-commit.ts";
import { tellInStore } from "#db/small-casework.ts";
import { actingFor } from "#db/small-story.ts";
import { momentAt, monday } from "#db/small-territory.ts";
import { closeStores } from "#db/stores.ts";
import type { AnswerStep } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import type { Budget, Outcome, Size } from "./budget.ts";
import { measureOf, ms, shareOf, shown } from "./measure.ts";
import { populate } from "./population.ts";
import { durability, freshDirectory, freshStore } from "./stage.ts";

/** Budget 8: many times the load of the whole nation at its worst, for a minute. */
export const budget: Budget = {
	number: 8,
	title: "300 durable events a second for a minute",
	whenMissed:
		"Acts come in whether or not those before are done: where the process is given less of a core than the processor time above asks for, the queue grows for as long as the run lasts. Look at the load first.",
	run,
};

const perSecond = 300;
const mostFsyncs = 50;

async function run(size: Size): Promise<Outcome> {
	const seconds = { tiny: 0.2, usual: 60, full: 60 }[size];
	const acts = perSecond * seconds;
	const directory = freshDirectory();
	const territory = freshStore(directory);
	const { db } = territory;
	const template = tellInStore(territory, []).situationPk;
	const { situations } = populate(db, { templates: [template], count: acts });
	const before = journalHead(db).events;
	const disk = diskOf(directory);
	const spentBefore = process.cpuUsage();
	const burst = await arriving(db, situations, disk);
	const spent = process.cpuUsage(spentBefore);
	const perAct = (spent.user + spent.system) / 1000 / acts;
	const written = journalHead(db).events - before;
	closeStores(db);
	disk.close();

	const fsync = measureOf(disk.times);
	const sorted = burst.times.toSorted((left, right) => left - right);
	const p99 = shareOf(sorted, 0.99);
	const inFsyncs = p99 / fsync.median;
	return {
		seen: [
			`${acts} acts in ${burst.seconds.toFixed(1)} s, ${written} events written; ${durability}`,
			`from when an act was due to when it was durable: median ${ms(shareOf(sorted, 0.5))}, p99 ${ms(p99)}, longest ${ms(shareOf(sorted, 1))}`,
			`processor time of an act: ${ms(perAct)}, at this pace ${((perAct * perSecond) / 10).toFixed(0)} % of one core`,
			`fsync of one page on the same disk, during the run: ${shown(fsync)}`,
		],
		claims: [
			{
				kind: "answer",
				what: `every act left at least one event (${written} events)`,
				holds: written >= acts,
			},
			{ kind: "count", what: `${burst.errors} errors`, holds: burst.errors === 0 },
			{
				kind: "ratio",
				what: `p99 is at most ${mostFsyncs} fsyncs (${inFsyncs.toFixed(1)})`,
				holds: inFsyncs <= mostFsyncs,
			},
		],
	};
}

/** Acts come in at their pace, whether or not those before are done: whoever waits is counted. */
async function arriving(db: Db, situations: readonly number[], disk: Disk) {
	const began = performance.now();
	const times: number[] = [];
	let errors = 0;
	let probed = 0;
	const arrivals: Promise<void>[] = [];
	const arrives = async (situationPk: number, due: number) => {
		const done = await recorded(db, situationPk).catch(() => false);
		if (!done) errors += 1;
		times.push(performance.now() - due);
	};
	for (const [index, situationPk] of situations.entries()) {
		const due = began + (index * 1000) / perSecond;
		while (performance.now() < due) await setImmediate();
		arrivals.push(arrives(situationPk, due));
		const second = Math.floor((performance.now() - began) / 1000);
		if (second > probed) disk.probe();
		probed = second;
	}
	await Promise.all(arrivals);
	if (disk.times.length === 0) disk.probe();
	return { times, errors, seconds: (performance.now() - began) / 1000 };
}

const answer: AnswerStep = {
	type: "answer-step",
	acting: actingFor("spotter"),
	seen: 1,
	step: "receive-sign",
	outcome: "RISK",
	answers: { concern_level: "L2_RISK", information_given: ["MINOR_YES"] },
};

/** As an action of the server does it: whatever waits at the same time shares a commit. */
async function recorded(db: Db, situationPk: number): Promise<boolean> {
	const key = { territoryId: "small", situationPk };
	const moment = momentAt(monday + 3_600_000, situationPk);
	const done = await shareCommit(db, () =>
		decideAndRecord(db, key, moment, (situation, circumstances) =>
			decide(situation, answer, circumstances),
		),
	);
	return done.recorded;
}

type Disk = ReturnType<typeof diskOf>;

/** How long the disk takes to keep one page, beside the store. */
function diskOf(directory: string) {
	const file = openSync(join(directory, "probe"), "w");
	const page = Buffer.alloc(4096);
	const times: number[] = [];
	return {
		times,
		probe() {
			const began = performance.now();
			writeSync(file, page, 0, page.length, 0);
			fsyncSync(file);
			times.push(performance.now() - began);
		},
		close: () => closeSync(file),
	};
}
