import type { Db } from "#db/client.ts";
import type { Sending } from "#db/idempotency.ts";
import { type Moment, openSituation } from "#db/journal.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { openingRole } from "#protocols/casework/opening.ts";
import { pick, rarely } from "#protocols/casework/random-choice.ts";
import { actingAs, personOf } from "../people.ts";
import { perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";
import { doneOf, newKey, type Sent } from "./keys.ts";

/** Somebody opens a situation; seldom a structure that may not, or without what has to be said. */
export function askOpening(run: Run, place: Place): Sent {
	const { store, chance } = run;
	const { territoryId, people, versions } = place;
	const versionHash = versions.at(-1) ?? "";
	const compiled = compiledVersion(store.db, territoryId, versionHash);
	const able = people.holding.get(openingRole(compiled)) ?? [];
	const structure = pick(chance, rarely(chance, 15) ? people.structures : able);
	const person = personOf(store.db, `${structure}-${rarely(chance, 5) ? "colleague" : "member"}`);
	const raises = compiled.protocol.interruptions
		.map(({ id }) => id)
		.filter(() => rarely(chance, 12));
	const command = {
		type: "open-situation" as const,
		acting: actingAs(person),
		facts: rarely(chance, 15) ? {} : { age_band: "A15_17" as const, source_type: "OTHER" as const },
		raises,
	};
	const sending = {
		memberId: person.id,
		key: newKey(run),
		body: JSON.stringify({ versionHash, command }),
	};
	const ask = (db: Db, moment: Moment, sent: Sending) =>
		doneOf(openSituation(db, { territoryId, versionHash }, moment, command, sent));
	const wish = {
		kind: "open-situation",
		keyed: true,
		ask: (db: Db, moment: Moment) => ask(db, moment, sending),
	};
	const { accepted } = perform(run, wish);
	return { wish, sending, ask, at: accepted ? run.clock.now() : Number.NEGATIVE_INFINITY };
}
