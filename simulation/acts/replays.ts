import { headOf } from "../perform.ts";
import { expectNone, type Run } from "../run.ts";
import { noteAct } from "../tally.ts";
import type { Sent } from "./keys.ts";

const rememberedMs = 6 * 24 * 3_600_000;

/** A form arrives a second time: the same answer, and no second effect. */
export function sendAgain(run: Run, { wish, at }: Sent): void {
	const { store, clock, random, tally } = run;
	if (!isRemembered(run, at)) return;
	const before = headOf(store.db);
	const again = wish.ask(store.db, { now: clock.now(), random });
	noteAct(tally, "the same form again", again.repeated === true);
	const doubled = !again.repeated || headOf(store.db) !== before;
	expectNone(run, doubled ? [`A form (${wish.kind}) that came twice was taken twice.`] : []);
}

/** The same key with another body is refused: nobody may learn or change anything by it. */
export function sendOtherBody(run: Run, { wish, sending, ask, at }: Sent): void {
	const { store, clock, random, tally } = run;
	if (!isRemembered(run, at)) return;
	const before = headOf(store.db);
	const other = { ...sending, body: `${sending.body} ` };
	const done = ask(store.db, { now: clock.now(), random }, other);
	noteAct(tally, "the same key with another body", done.accepted);
	const taken = done.accepted || headOf(store.db) !== before;
	expectNone(run, taken ? [`A key of ${wish.kind} served for another body.`] : []);
}

/** Keys are kept for a week; what was refused left none. */
function isRemembered({ clock }: Run, at: number): boolean {
	return Number.isFinite(at) && Math.abs(clock.now() - at) < rememberedMs;
}
