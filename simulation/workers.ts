import { sweepAccounts } from "#app/server/dormant-accounts.server.ts";
import { sendLetters } from "#app/server/letters.server.ts";
import { forgetOldSessions } from "#app/server/live-sessions.server.ts";
import { isBehind } from "#app/server/recalculations.server.ts";
import { keepRetention } from "#app/server/retention-worker.server.ts";
import { sweepAll } from "#app/server/timers-worker.server.ts";
import { forgetOldTries } from "#app/server/tries.server.ts";
import { emptyLog } from "#db/connection.ts";
import { forgetSendings } from "#db/idempotency.ts";
import { forgetIncidents } from "#db/incidents.ts";
import { forgetLetters } from "#db/letter-upkeep.ts";
import { forgetPairings } from "#db/pairings.ts";
import { forgetRecalls } from "#db/recalls.ts";
import { forgetRecoveries } from "#db/recoveries.ts";
import { nextStrikeAt } from "#db/timers.ts";
import { lookAfterStep } from "./invariants/after-step.ts";
import type { Memory } from "./invariants/memory.ts";
import { leftBehind } from "./invariants/recalculated.ts";
import { restart } from "./machine.ts";
import { expectNone, type Run } from "./run.ts";
import { noteCount, noteFault } from "./tally.ts";

/** The sweep comes so long after a clock is due, at most. */
const sweepEveryMs = 20_000;

const always = () => true;
/** Slices of a sweep are a matter of real time: without it each sweep is one slice, and repeats itself. */
const noTime = () => 0;

/** Lets time pass; whatever falls due meanwhile is swept within the time that the server takes. */
export async function passUntil(run: Run, memory: Memory, until: number): Promise<void> {
	const { clock, chance } = run;
	for (let sweeps = 0; sweeps < 10_000; sweeps += 1) {
		const at = nextWorkAt(run);
		if (at > until) break;
		clock.passUntil(at + chance(sweepEveryMs));
		await sweep(run, memory);
	}
	clock.passUntil(until);
}

/** When a sweep has something to do: clocks that a calendar left behind at once, others when they are due. */
function nextWorkAt({ clock, store, services }: Run): number {
	if (isBehind(services)) return clock.really();
	const next = nextStrikeAt(store.db);
	const wrongBy = clock.now() - clock.really();
	return next === undefined ? Number.POSITIVE_INFINITY : next - wrongBy;
}

/** The worker of letters: it makes and sends what is due. */
export async function sendMail(run: Run): Promise<void> {
	await sendLetters(run.services);
	noteCount(run.tally, "rounds of mail");
}

/** One sweep, sometimes on a bad day. Nothing that was due is left behind. */
async function sweep(run: Run, memory: Memory): Promise<void> {
	const { chance, tally } = run;
	const due = strikesDue(run);
	const behind = isBehind(run.services);
	if (chance(behind ? 3 : 60) === 0) await sweepOnABadDay(run);
	await sweepAll(run.services, always, noTime);
	noteCount(tally, "sweeps");
	lookAfterStep(run, memory);
	if (behind) lookAfterRecalculation(run);
	const still = strikesDue(run).filter((strike) => due.includes(strike));
	expectNone(
		run,
		still.map((strike) => `The strike ${strike} was due, and did not come to pass.`),
	);
}

function lookAfterRecalculation(run: Run): void {
	const { store, clock, random, places, tally } = run;
	noteCount(tally, "calendars whose clocks a sweep computed");
	const territories = places.map(({ territoryId }) => territoryId);
	expectNone(run, leftBehind(store.db, { now: clock.now(), random }, territories));
}

/** The rungs that are due; behind each of them the next one of its clock may be due already. */
function strikesDue({ store, clock }: Run): string[] {
	return store.db.$client
		.prepare("SELECT situation_pk || ' ' || clock || ' ' || stage FROM timers WHERE fire_at <= ?")
		.pluck()
		.all(clock.now()) as string[];
}

/** The machine ends in the middle of a sweep, or its disk is full; the next sweep finds what is left. */
async function sweepOnABadDay(run: Run): Promise<void> {
	const { store, chance, tally } = run;
	if (chance(2) === 0) {
		store.fill();
		await sweepAll(run.services, always, noTime).catch(forgiveFull);
		store.empty();
		noteFault(tally, "disk full during a sweep");
		return;
	}
	store.failAt(1 + chance(20), "dies");
	await sweepAll(run.services, always, noTime).catch(() => {});
	if (!store.disarm()) return;
	restart(run);
	noteFault(tally, "died during a sweep");
}

function forgiveFull(error: unknown): void {
	if ((error as { code?: unknown }).code !== "SQLITE_FULL") throw error;
}

/** What the server does of its own accord in a night: retention, dormant accounts, the witness, tidying. */
export async function passNight(run: Run, memory: Memory): Promise<void> {
	const { services } = run;
	const { db, clock } = services;
	await keepRetention(services);
	lookAfterStep(run, memory);
	sweepAccounts(services);
	lookAfterStep(run, memory, true);
	services.witness.keepUp();
	forgetOldTries(services);
	forgetOldSessions(services);
	forgetRecoveries(db, clock.now());
	forgetSendings(db, clock.now());
	forgetRecalls(db, clock.now());
	forgetPairings(db, clock.now());
	forgetIncidents(db, clock.now());
	forgetLetters(db, clock.now());
	emptyLog(db.$client);
}
