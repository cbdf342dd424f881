import { decide } from "#protocols/casework/decide.ts";
import type { Circumstances, ClockId, Situation } from "#protocols/casework/situation.ts";
import type { Tx } from "./client.ts";
import { situationOf } from "./history.ts";
import { type Decided, enterEvents, type Moment, tellEvents } from "./journal.ts";
import { connectionOf } from "./keys/keys-of.ts";
import { writeRows } from "./rows.ts";

/** A clock that could not be asked at all, and what went wrong. */
export type ClockFault = { situationPk: number; clock: string; error: unknown };

/** What became of the clocks of a situation: one entry for each strike, and what could not strike. */
export type Strikes = { struck: string[]; faults: ClockFault[] };

type Asked = {
	tx: Tx;
	situationPk: number;
	moment: Moment;
	circumstances: Circumstances;
	/** The structures in which somebody coordinates its territory. */
	coordinating: () => string[];
};
type Strike = { clock: ClockId; stage: Situation["clocks"][ClockId]["strikes"][number]["stage"] };

/** Most strikes of a situation at a time; what is left is still due. */
const mostStrikes = 100;

/**
 * Lets everything strike that is due in a situation, in the order in which it fell due. Its history
 * is told once and its rows are written once; where anything goes wrong all of it is undone, and
 * each clock is asked by itself, so that the one that fails stops no other.
 *
 * @param clocks those that its rows call due
 * @throws SqliteError when the store itself is at fault
 */
export function strikeSituation(asked: Asked, clocks: readonly string[]): Strikes {
	const { tx, situationPk } = asked;
	try {
		return { struck: undoable(tx, () => strikeTogether(asked)), faults: [] };
	} catch (error) {
		passStoreFault(tx, error);
	}
	try {
		return strikeOneByOne(asked);
	} catch (error) {
		passStoreFault(tx, error);
		return { struck: [], faults: clocks.map((clock) => ({ situationPk, clock, error })) };
	}
}

function strikeTogether(asked: Asked): string[] {
	const { tx, situationPk, moment, circumstances, coordinating } = asked;
	const before = situationOf(tx, situationPk);
	const struck: { clock: string; decided: Decided }[] = [];
	const refused = new Set<string>();
	let situation = before;
	while (struck.length < mostStrikes) {
		const due = dueStrike(situation, moment.now, refused);
		if (!due) break;
		const decided = decide(situation, { type: "strike-clock", ...due }, circumstances);
		if (decided.accepted) struck.push({ clock: due.clock, decided });
		else refused.add(due.clock);
		situation = decided.accepted ? decided.situation : situation;
	}
	if (struck.length === 0) return [];
	const events = struck.flatMap(({ decided }) => decided.events);
	enterEvents(tx, situationPk, before.position, { events, situation });
	for (const { decided } of struck) {
		tellEvents(tx, situationPk, decided, moment.now, coordinating);
	}
	writeRows(tx, situationPk, situation, moment.random);
	return struck.map(({ clock }) => clock);
}

function strikeOneByOne(asked: Asked): Strikes {
	const { tx, situationPk, moment } = asked;
	const strikes: Strikes = { struck: [], faults: [] };
	const failing = new Set<string>();
	while (strikes.struck.length < mostStrikes) {
		const situation = situationOf(tx, situationPk);
		const due = dueStrike(situation, moment.now, failing);
		if (!due) break;
		try {
			const struck = undoable(tx, () => {
				const after = strike(asked, situation, due);
				if (after) writeRows(tx, situationPk, after, moment.random);
				return after !== undefined;
			});
			if (struck) strikes.struck.push(due.clock);
			else failing.add(due.clock);
		} catch (error) {
			passStoreFault(tx, error);
			failing.add(due.clock);
			strikes.faults.push({ situationPk, clock: due.clock, error });
		}
	}
	return strikes;
}

/** One strike, decided and entered; undefined when the situation does not let it strike. */
function strike(
	{ tx, situationPk, moment, circumstances, coordinating }: Asked,
	situation: Situation,
	due: Strike,
): Situation | undefined {
	const decision = decide(situation, { type: "strike-clock", ...due }, circumstances);
	if (!decision.accepted) return undefined;
	enterEvents(tx, situationPk, situation.position, decision);
	tellEvents(tx, situationPk, decision, moment.now, coordinating);
	return decision.situation;
}

/** The next clock to strike, the longest due first. */
function dueStrike(
	{ clocks }: Situation,
	now: number,
	passedOver: ReadonlySet<string>,
): Strike | undefined {
	const due = Object.entries(clocks).flatMap(
		([
			clock,
			{
				pausedAt,
				strikes: [next],
			},
		]) =>
			pausedAt === undefined && next && next.at <= now && !passedOver.has(clock)
				? [{ clock: clock as ClockId, stage: next.stage, at: next.at }]
				: [],
	);
	const [first] = due.sort((one, other) => one.at - other.at || (one.clock < other.clock ? -1 : 1));
	return first && { clock: first.clock, stage: first.stage };
}

/** Does something that is undone whole when it fails, and nothing else with it. */
function undoable<Result>(tx: Tx, act: () => Result): Result {
	return connectionOf(tx).transaction(act)();
}

/**
 * Where the store is at fault, every clock behind this one would fail the same way, and slowly; it
 * may also have undone the whole transaction, which nothing may follow then.
 */
function passStoreFault(tx: Tx, error: unknown): void {
	const { code } = (error ?? {}) as { code?: unknown };
	const faulty =
		typeof code === "string" &&
		/^SQLITE_(BUSY|LOCKED|FULL|READONLY|IOERR|CORRUPT|NOTADB|CANTOPEN)/.test(code);
	if (faulty || !connectionOf(tx).inTransaction) throw error;
}
