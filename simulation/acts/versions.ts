import { moveSituations } from "#db/moving.ts";
import { compiledVersion, publishVersion } from "#db/protocol-versions.ts";
import { editedVersion } from "#protocols/casework/edited.for-tests.ts";
import { proposeMap } from "#protocols/casework/move-map.ts";
import { actingAs, personOf } from "../people.ts";
import { perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";

/** A territory has at most so many versions of its protocol: the edited one is edited once. */
const mostVersions = 2;

/** A new version is published, and what runs is moved to it as far as the map is sound. */
export function moveToNewVersion(run: Run, place: Place): void {
	const { store, chance } = run;
	const { territoryId, versions, coordination } = place;
	const from = versions.at(-1) ?? "";
	if (versions.length >= mostVersions) return;
	const old = compiledVersion(store.db, territoryId, from);
	const next = editedVersion(old, chance(3));
	const acting = actingAs(personOf(store.db, `${coordination}-member`));
	perform(run, {
		kind: "moved to a new version",
		keyed: false,
		ask: (db, moment) => {
			const to = publishVersion(db, { territoryId, protocol: next.protocol, at: moment.now });
			versions.push(to);
			const map = { ...proposeMap(old, next), tracks: { added: "begins" as const } };
			const move = { territoryId, from, to, map, acting };
			const { moved, refused } = moveSituations(db, move, moment, { limit: 20 });
			return { accepted: moved > 0, why: `${refused} stayed` };
		},
	});
}
