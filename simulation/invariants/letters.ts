import type { Db } from "#db/client.ts";
import { letterLanguages, letterTexts } from "#db/schema/messages.ts";
import { expectNone, type Run } from "../run.ts";
import { noteCount } from "../tally.ts";

/** Days after which a letter that is due, on days when mail arrives, should have gone. */
const patienceMs = 3 * 86_400_000;

/**
 * Letters say the same whatever happened; each arrives once, but for copies of which the sender
 * never heard; none waits for ever.
 *
 * @throws Broken when a promise does not hold
 */
export function lookAtLetters(run: Run): void {
	const { store, postbox, clock, tally } = run;
	const texts = new Set(postbox.arrived.map(({ subject, body }) => `${subject}\n${body}`));
	const most = letterTexts.length * letterLanguages.length;
	const copies = new Map<string, number>();
	for (const { number } of postbox.arrived) copies.set(number, (copies.get(number) ?? 0) + 1);
	const doubled = [...copies].filter(
		([number, count]) => count > 1 + (postbox.unheard.get(number) ?? 0),
	);
	noteCount(tally, "invariants checked", 2 + copies.size);
	expectNone(run, [
		...(texts.size <= most ? [] : [`Letters have ${texts.size} texts, not ${most}.`]),
		...doubled.map(([number]) => `The letter ${number} arrived twice, and its sender knew.`),
		...waitingTooLong(store.db, clock.now()),
	]);
}

function waitingTooLong({ $client }: Db, now: number): string[] {
	const late = $client
		.prepare("SELECT id FROM letters WHERE state = 'queued' AND due_at < ? AND next_try_at < ?")
		.pluck()
		.all(now - patienceMs, now - patienceMs) as number[];
	const unmade = $client
		.prepare(
			`SELECT id FROM outbox o WHERE sent_at IS NULL AND at < ? AND NOT EXISTS
			 (SELECT 1 FROM incidents i WHERE i.key = 'message:' || o.id AND i.resolved_at IS NULL)`,
		)
		.pluck()
		.all(now - patienceMs) as number[];
	return [
		...late.map((id) => `The letter ${id} was due three days ago.`),
		...unmade.map((id) => `Of message ${id} no letter was made in three days.`),
	];
}
