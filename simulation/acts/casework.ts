import { and, eq } from "drizzle-orm";
import { participationOf, situationByHandle } from "#db/access.ts";
import { circumstancesOf } from "#db/circumstances.ts";
import type { Db } from "#db/client.ts";
import type { Sending } from "#db/idempotency.ts";
import { decideAndRecord, type Moment } from "#db/journal.ts";
import { situations } from "#db/schema/situations.ts";
import type { Command } from "#protocols/casework/commands.ts";
import { decide } from "#protocols/casework/decide.ts";
import { pick, rarely } from "#protocols/casework/random-choice.ts";
import { randomCommand } from "#protocols/casework/random-command.ts";
import type { Acting } from "#protocols/casework/story.ts";
import type { Memory } from "../invariants/memory.ts";
import { actingAs, type Person, personBehind } from "../people.ts";
import { type Done, perform } from "../perform.ts";
import { expectNone, type Run } from "../run.ts";
import { noteAct } from "../tally.ts";
import type { Place } from "../territories.ts";
import { doneOf, newKey, type Sent } from "./keys.ts";

/** Somebody asks something of a situation: mostly what is expected, sometimes what is not allowed. */
export function askCasework(run: Run, place: Place, memory: Memory): Sent | undefined {
	const { store, chance, clock, random } = run;
	const situationPk = someSituation(run, place);
	const situation = memory.get(situationPk ?? 0)?.situation;
	if (situationPk === undefined || !situation) return undefined;
	const moment = { now: clock.now(), random };
	const asked = randomCommand(
		situation,
		place.people,
		circumstancesOf(store.db, place.territoryId, moment),
		chance,
	);
	const { command } = asked;
	// What the system notes of its own accord is up to retention.
	if (command.type === "note-inactivity" || command.type === "close-inactive") return undefined;
	if (!("acting" in command)) {
		strikeTooEarly(run, place, situationPk, command);
		return undefined;
	}
	const person = personBehind(store.db, place, command.acting);
	if (!person || !isLetIn(run, place, { situationPk, person, kind: command.type }))
		return undefined;
	return send(run, place, situationPk, { ...command, acting: actingAs(person) });
}

/** A situation by chance; one that is closed seldom. */
function someSituation({ store, chance }: Run, { territoryId }: Place): number | undefined {
	const status = rarely(chance, 12) ? "closed" : "open";
	const found = store.db
		.select({ pk: situations.pk })
		.from(situations)
		.where(and(eq(situations.territoryId, territoryId), eq(situations.status, status)))
		.orderBy(situations.pk)
		.all();
	return found.length === 0 ? undefined : pick(chance, found).pk;
}

type Coming = { situationPk: number; person: Person; kind: string };

/**
 * The doors before a decision, as the pages keep them: a place that has ended, and the address of
 * another structure. Every other time the foreign wish is asked all the same: decisions have to
 * refuse by themselves.
 */
function isLetIn(run: Run, place: Place, { situationPk, person, kind }: Coming): boolean {
	const { store, chance, tally } = run;
	if (!person.active) {
		noteAct(tally, "somebody whose place ended", false);
		return false;
	}
	const { structureId } = person;
	const own = participationOf(store.db, situationPk, structureId);
	if (own?.takesPart) return true;
	const other = store.db.$client
		.prepare("SELECT handle FROM participations WHERE situation_pk = ? AND structure_id <> ?")
		.pluck()
		.get(situationPk, structureId) as string | undefined;
	const scope = { territoryId: place.territoryId, structureId };
	const opened = other === undefined ? undefined : situationByHandle(store.db, scope, other);
	noteAct(tally, "an address of another structure", opened !== undefined);
	expectNone(run, opened ? [`${structureId} opened a foreign address (${kind}).`] : []);
	return chance(2) === 0 || kind === "act-on-handoff";
}

function send(run: Run, place: Place, situationPk: number, command: Command & Asked): Sent {
	const key = { territoryId: place.territoryId, situationPk };
	const sending: Sending = {
		memberId: command.acting.actor,
		key: newKey(run),
		body: JSON.stringify({ situationPk, command: { ...command, version: undefined } }),
	};
	const ask = (db: Db, moment: Moment, sent: Sending): Done =>
		doneOf(decideAndRecord(db, key, moment, (so, at) => decide(so, command, at), sent));
	const wish = {
		kind: command.type === "act-on-handoff" ? `handoff ${command.act}` : command.type,
		ask: (db: Db, moment: Moment) => ask(db, moment, sending),
		keyed: true,
	};
	const { accepted } = perform(run, wish);
	return { wish, sending, ask, at: accepted ? run.clock.now() : Number.NEGATIVE_INFINITY };
}

type Asked = { acting: Acting };

/** A clock strikes when it is due, whoever asks for it before. */
function strikeTooEarly(run: Run, place: Place, situationPk: number, command: Command): void {
	const key = { territoryId: place.territoryId, situationPk };
	perform(run, {
		kind: "strike-clock out of turn",
		keyed: false,
		ask: (db, moment) =>
			doneOf(decideAndRecord(db, key, moment, (so, at) => decide(so, command, at))),
	});
}
