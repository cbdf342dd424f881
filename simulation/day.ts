import { pick } from "#protocols/casework/random-choice.ts";
import { changeCalendars } from "./acts/calendar.ts";
import { askCasework } from "./acts/casework.ts";
import { findDuplicate } from "./acts/duplicates.ts";
import { breakGlass } from "./acts/emergency-access.ts";
import type { Sent } from "./acts/keys.ts";
import { askOpening } from "./acts/opening.ts";
import { changePeople } from "./acts/people.ts";
import { sendAgain, sendOtherBody } from "./acts/replays.ts";
import { moveToNewVersion } from "./acts/versions.ts";
import { keepBackups } from "./backups.ts";
import { visitByDoor } from "./door/visit.ts";
import { lookAfterDay } from "./invariants/after-day.ts";
import { lookAfterStep } from "./invariants/after-step.ts";
import type { Memory } from "./invariants/memory.ts";
import { readAndLook } from "./invariants/scope.ts";
import { personOf } from "./people.ts";
import type { Run } from "./run.ts";
import type { Place } from "./territories.ts";
import { changeWeather, clearUp } from "./weather.ts";
import { passNight, passUntil, sendMail } from "./workers.ts";

const hourMs = 3_600_000;

/** One day: people act at instants by chance, clocks strike when they are due, the night tidies. */
export async function liveDay(
	run: Run,
	memory: Memory,
	{ startsAt, acts, whole }: { startsAt: number; acts: number; whole: boolean },
): Promise<void> {
	for (const at of instantsOf(run, startsAt, acts)) {
		await passUntil(run, memory, at);
		if (run.chance(8) === 0) changeWeather(run);
		if (run.chance(10) === 0) await sendMail(run);
		await actOnce(run, memory);
	}
	clearUp(run);
	await passUntil(run, memory, startsAt + 23 * hourMs);
	await sendMail(run);
	await passNight(run, memory);
	const isOther = await keepBackups(run);
	run.planted.atNight?.(run);
	lookAfterStep(run, memory, true);
	lookAfterDay(run, memory, whole || isOther);
}

/** Most of what happens happens in office hours; seldom something at night or at the weekend. */
function instantsOf({ chance }: Run, startsAt: number, acts: number): number[] {
	const weekday = new Date(startsAt).getUTCDay();
	const weekend = weekday === 0 || weekday === 6;
	const count = weekend ? chance(3) : chance(acts * 2 + 1);
	return Array.from({ length: count }, () => {
		const from = chance(10) === 0 ? 0 : 6 * hourMs;
		return startsAt + from + chance(weekend ? 16 * hourMs : 12 * hourMs);
	}).sort((one, other) => one - other);
}

/** What has been sent lately, to be sent again. */
const sentBy = new WeakMap<Run, Sent[]>();

async function actOnce(run: Run, memory: Memory): Promise<void> {
	const { chance, places, door } = run;
	const [here, far = here] = places;
	const place = (chance(5) === 0 ? far : here) as Place;
	const kind = chance(100);
	if (door && chance(4) === 0) await visitByDoor(run, door, place);
	else if (wantsOpening(run, place, memory)) keep(run, askOpening(run, place));
	else if (kind < 80) keep(run, askCasework(run, place, memory));
	else if (kind < 83) rareAct(run, place);
	else if (kind < 90) sendOnceMore(run, kind < 87);
	else readAndLook(run, place, somebodyAt(run, place));
	run.planted.afterAct?.(run);
	// An emergency access, also one by the real door, tells people without an event.
	lookAfterStep(run, memory, door !== undefined || (kind >= 80 && kind < 83));
}

function sendOnceMore(run: Run, same: boolean): void {
	const sent = sentBy.get(run) ?? [];
	if (sent.length === 0) return;
	if (same) sendAgain(run, pick(run.chance, sent));
	else sendOtherBody(run, pick(run.chance, sent));
}

const rareActs = [changePeople, findDuplicate, moveToNewVersion, breakGlass, changeCalendars];

/** Where many situations run, their clocks are what is to be moved. */
const crowdedActs = [...rareActs, changeCalendars, changeCalendars, changeCalendars];

function rareAct(run: Run, place: Place): void {
	pick(run.chance, run.crowd > 1 ? crowdedActs : rareActs)(run, place);
}

/** A handful of situations run in each territory at a time, so that they go far; in a crowd, more. */
function wantsOpening({ chance, crowd }: Run, { territoryId }: Place, memory: Memory): boolean {
	const running = [...memory.values()].filter(
		(known) => known.territoryId === territoryId && known.situation?.status === "open",
	);
	return chance(1 + Math.floor(running.length / crowd) ** 3) === 0;
}

function keep(run: Run, one: Sent | undefined): void {
	const sent = sentBy.get(run) ?? [];
	sentBy.set(run, one ? [...sent, one].slice(-20) : sent);
}

function somebodyAt({ chance, store }: Run, { people, coordination }: Place) {
	const structure = chance(8) === 0 ? coordination : pick(chance, people.structures);
	return personOf(store.db, `${structure}-member`);
}
