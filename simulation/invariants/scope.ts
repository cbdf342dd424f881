import { canariesFor } from "#app/server/matrix/canaries.for-tests.ts";
import type { Asker } from "#app/server/policy/decide.ts";
import { handoffByHandle, situationByHandle } from "#db/access.ts";
import type { Db } from "#db/client.ts";
import { handoffLists } from "#db/handoff-lists.ts";
import { handoffPage } from "#db/handoff-page.ts";
import { situationOf } from "#db/history.ts";
import { acquaintancesOf } from "#db/known-structures.ts";
import { situationPage } from "#db/situation-page.ts";
import { handoffWork } from "#db/work-list.ts";
import { pick } from "#protocols/casework/random-choice.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import { type Field, type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { actingAs, type Person } from "../people.ts";
import { expectNone, type Run } from "../run.ts";
import { noteCount } from "../tally.ts";
import type { Place } from "../territories.ts";

/** Who reads, as the helpers of the matrix know somebody. */
export function readerOf({ territoryId }: Place, person: Person) {
	const { id, structureId, duty, reception, manager } = person;
	const asker: Asker = { duty, reception, manager };
	return { name: id, asker, memberId: id, structureId, territoryId, cookie: "" };
}

/**
 * Somebody reads their lists and one thing of their own. What they are shown must not hold a code,
 * an alias, an address or a name that is another's, nor an answer that is not theirs to read.
 *
 * @throws Broken when it does
 */
export function readAndLook(run: Run, place: Place, person: Person): void {
	const { store, tally, planted } = run;
	const shown = [listsOf(store.db, place, person), ...pagesOf(run, place, person)].map(
		(text) => planted.shown?.(run, text) ?? text,
	);
	for (const text of shown) expectNone(run, foreignIn(store.db, place, person, text));
	noteCount(tally, "payloads searched", shown.length);
}

/**
 * Words in a text that only others may know.
 *
 * @param said addresses that the reader used, which a page may repeat
 */
export function foreignIn(
	db: Db,
	place: Place,
	person: Person,
	text: string,
	said: readonly string[] = [],
): string[] {
	const known = readerOf(place, person);
	const canaries = canariesFor(db, known, acquaintancesOf(db, known));
	const own = said.flatMap((address) => address.split(/[/?&=]/));
	return canaries.foundIn(text, own).map((word) => `${person.id} was shown ${word} of another.`);
}

function listsOf(db: Db, place: Place, { structureId }: Person): string {
	const scope = { territoryId: place.territoryId, structureId };
	const names = Object.keys(handoffLists) as (keyof typeof handoffLists)[];
	return JSON.stringify(names.map((list) => handoffWork(db, scope, list, { limit: 20 })));
}

function pagesOf(run: Run, place: Place, person: Person): string[] {
	const { store, clock, random, chance } = run;
	const { structureId } = person;
	const scope = { territoryId: place.territoryId, structureId };
	const acting = actingAs(person);
	const now = clock.now();
	const shown: string[] = [];
	const parts = handlesOf(store.db, "participations", structureId);
	const own =
		parts.length > 0 ? situationByHandle(store.db, scope, pick(chance, parts)) : undefined;
	if (own) {
		const reading = { scope, acting, moment: { now, random } };
		const { compiled: _, ...page } = situationPage(store.db, own, reading);
		const situation = situationOf(store.db, own.situationPk);
		expectNone(run, foreignFields(situation, person, Object.keys(page.facts) as FieldCode[]));
		shown.push(JSON.stringify(page));
	}
	const lines = handlesOf(store.db, "handoffs", structureId);
	const line =
		lines.length > 0
			? handoffByHandle(store.db, scope, pick(chance, lines), acting.coordinator)
			: undefined;
	if (line) shown.push(JSON.stringify(handoffPage(store.db, scope, line, { acting, now })));
	return shown;
}

function handlesOf({ $client }: Db, table: "participations" | "handoffs", id: string): string[] {
	const query =
		table === "participations"
			? "SELECT handle FROM participations WHERE structure_id = ? AND takes_part"
			: "SELECT recipient_handle FROM handoffs WHERE recipient_id = ? AND sent_at IS NOT NULL";
	return $client.prepare(`${query} ORDER BY 1`).pluck().all(id) as string[];
}

/** Answers that reveal health or sexual life are for who was asked them; the rest for who takes part. */
export function foreignFields(
	{ compiled, earlier, bindings, entries }: Situation,
	{ structureId, duty, id }: Person,
	shown: readonly FieldCode[],
): string[] {
	const reader = duty === "coordinator" ? "coordinator" : "participants";
	const steps = [compiled, ...earlier].flatMap(({ places }) => [...places.steps.values()]);
	const answered = new Set(entries.filter(({ by }) => by === structureId).map(({ step }) => step));
	const asked = new Set(
		steps
			.filter(({ step }) => bindings[step.role] === structureId || answered.has(step.id))
			.flatMap(({ step }) => step.questions),
	);
	return shown
		.filter((code) => {
			const { visibleTo, art9 }: Field = fields[code];
			return !visibleTo.includes(reader) || (art9 && !asked.has(code));
		})
		.map((code) => `${id} was shown ${code}, which is not theirs to read.`);
}
