import { dangerInterruption } from "#protocols/casework/handoff/act.ts";
import { interruptionRefusal } from "#protocols/casework/interruption.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import { factsOf, runningInterruptions } from "#protocols/casework/situation.ts";
import type { Delay } from "#protocols/language/delay.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { OwnSituation } from "./access.ts";
import { circumstancesOf } from "./circumstances.ts";
import type { Db } from "./client.ts";
import { situationOf } from "./history.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import type { Reading } from "./situation-page.ts";
import { peopleOf, type Who } from "./situation-people.ts";

/** An interruption before it is declared: what it will do. */
export type InterruptionPage = {
	handle: string;
	alias: string;
	ageBand: Facts["age_band"];
	id: string;
	title: Text;
	danger: boolean;
	pauses: boolean;
	running: boolean;
	first: { title: Text; role: Text; who: Who | null; delay: Delay } | null;
	refusal: Refusal | undefined;
	seen: number;
};

/** What one sees before declaring an interruption; undefined when the protocol has none of that name. */
export function interruptionPage(
	db: Db,
	own: OwnSituation,
	{ scope, acting, moment }: Reading,
	id: string,
): InterruptionPage | undefined {
	const situation = situationOf(db, own.situationPk);
	const { protocol, places } = situation.compiled;
	const interruption = protocol.interruptions.find((one) => one.id === id);
	if (!interruption) return undefined;

	const people = peopleOf(db, scope, situation);
	const first = places.steps.get(interruption.start)?.step;
	const boundTo = first && situation.bindings[first.role];
	const closed = { code: "situation-closed" } as const;
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		ageBand: factsOf(situation).age_band,
		id,
		title: interruption.title,
		danger: id === dangerInterruption,
		pauses: interruption.clocks === "pause",
		running: runningInterruptions(situation).includes(id),
		first: first
			? {
					title: first.title,
					role: people.role(first.role),
					who: boundTo === undefined ? null : people.who(boundTo, first.role),
					delay: first.delay,
				}
			: null,
		refusal:
			situation.status === "closed"
				? closed
				: interruptionRefusal(
						situation,
						id,
						acting,
						circumstancesOf(db, scope.territoryId, moment),
					),
		seen: situation.latestAct,
	};
}
