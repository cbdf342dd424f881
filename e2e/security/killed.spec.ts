import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { chanceFrom } from "#protocols/casework/random-walk.ts";
import { expectClear } from "./clear-answer.ts";
import type { Answered } from "./http.ts";
import {
	acceptanceForm,
	foundIn,
	isRecorded,
	sendForm,
	serveKilled,
	settleWaiting,
} from "./killed-relais.ts";

const kills = Number(process.env.CRASH_HTTP_KILLS ?? 6);
const seed = Number(process.env.CRASH_SEED ?? 20_261_122);

test(`a server killed in the middle of an acceptance: sent again, it has one effect and one answer (seed ${seed})`, async () => {
	test.setTimeout(60_000 + kills * 30_000);
	const chance = chanceFrom(seed);
	const { directory, waiting } = settleWaiting(kills);
	const relais = await serveKilled(directory);
	await relais.start();
	const headers = await relais.enter();
	const met = { answered: 0, recorded: 0 };

	for (const handoff of waiting) {
		const fields = await acceptanceForm(relais, headers, handoff);
		const sent = sendForm(relais, headers, handoff, fields);
		// Half of them anywhere in the request, half once it was recorded, answered or not.
		if (chance(2) === 0) await setTimeout(chance(120));
		else await isRecorded(directory, fields, sent);
		await relais.kill();
		const first = await sent;
		if (first?.status === 303) met.answered += 1;
		const [recorded] = foundIn(directory, [handoff]).acceptances;
		met.recorded += recorded ?? 0;

		await relais.start(chance(3) === 0 ? [chance(1_500)] : []);
		const again = await sendForm(relais, headers, handoff, fields);
		const oncemore = await sendForm(relais, headers, handoff, fields);

		const acknowledged = [first, again, oncemore].filter(
			(one): one is Answered => one !== undefined,
		);
		expect(acknowledged.map(({ status }) => status)).toEqual(acknowledged.map(() => 303));
		expect(new Set(acknowledged.map(({ headers: { location } }) => location)).size).toBe(1);
		if (first) expect(recorded).toBe(1);
	}

	await relais.stop();
	const { acceptances, faults } = foundIn(directory, waiting);
	expect(acceptances).toEqual(waiting.map(() => 1));
	expect(faults).toEqual([]);
	rmSync(directory, { recursive: true, force: true });
	process.stdout.write(
		`${kills} kills over HTTP (seed ${seed}): ${met.recorded} acceptances were recorded before, ${met.answered} of them answered; each has one effect and one answer.\n`,
	);
});

test("a disk on which every write fails: 503 in plain words, nothing recorded, and well again without a restart", async () => {
	test.setTimeout(90_000);
	const { directory, waiting } = settleWaiting(1);
	const [handoff] = waiting;
	if (!handoff) throw new Error("No handoff waits.");
	const relais = await serveKilled(directory);
	await relais.start();
	const headers = await relais.enter();
	const fields = await acceptanceForm(relais, headers, handoff);

	writesOf(relais.process().pid, "fail");
	const refused = [
		await sendForm(relais, headers, handoff, fields),
		await sendForm(relais, headers, handoff, fields),
	];
	writesOf(relais.process().pid, "pass");
	const recorded = await sendForm(relais, headers, handoff, fields);
	await relais.stop();

	for (const answer of refused) {
		expect(answer).toMatchObject({ status: 503, headers: { "retry-after": "60" } });
		if (answer) expectClear(answer, "while every write fails");
	}
	expect(recorded?.status).toBe(303);
	expect(foundIn(directory, waiting)).toEqual({ acceptances: [1], faults: [] });
	rmSync(directory, { recursive: true, force: true });
});

/** The kernel refuses a process to write into any file, as a disk that fails does (SQLITE_IOERR_WRITE). */
function writesOf(pid: number | undefined, what: "fail" | "pass"): void {
	const most = what === "fail" ? "0:unlimited" : "unlimited:unlimited";
	execFileSync("prlimit", ["--pid", String(pid), `--fsize=${most}`]);
}
