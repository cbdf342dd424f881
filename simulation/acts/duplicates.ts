import { confirmPairing } from "#db/pairing-confirmation.ts";
import type { AtSituation } from "#db/pairing-rows.ts";
import { offerPairing, refusePairing, takePairing } from "#db/pairings.ts";
import { pick } from "#protocols/casework/random-choice.ts";
import { personOf } from "../people.ts";
import { perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";

/**
 * Two professionals think that their situations are one: they exchange a number by telephone, and
 * confirm or do not. Sometimes the number is misheard, sometimes one of the two stays silent.
 */
export function findDuplicate(run: Run, place: Place): void {
	const { chance } = run;
	const [one, other] = [somebodyAt(run, place), somebodyAt(run, place)];
	if (!one || !other) return;
	perform(run, {
		kind: "a duplicate found",
		keyed: false,
		ask: (db, moment) => {
			const number = offerPairing(db, one, moment);
			const heard = chance(6) === 0 ? "000000" : number;
			if (!takePairing(db, other, heard, moment)) return { accepted: false, why: "not taken" };
			if (chance(8) === 0) refusePairing(db, other, moment.now);
			const first = confirmPairing(db, one, moment);
			if (first.is === "refused") return { accepted: false, why: first.refusal.code };
			if (chance(8) === 0) return { accepted: false, why: "silence" };
			const { is } = confirmPairing(db, other, moment);
			return { accepted: is === "merged", why: is };
		},
	});
}

/** Somebody of a structure that takes part in an open situation. */
function somebodyAt({ store, chance }: Run, { territoryId }: Place): AtSituation | undefined {
	const parts = store.db.$client
		.prepare(
			`SELECT p.situation_pk AS situationPk, p.structure_id AS structureId FROM participations p
			 JOIN situations s ON s.pk = p.situation_pk
			 WHERE s.status = 'open' AND p.takes_part AND s.territory_id = ? ORDER BY 1, 2`,
		)
		.all(territoryId) as { situationPk: number; structureId: string }[];
	if (parts.length === 0) return undefined;
	const { situationPk, structureId } = pick(chance, parts);
	const person = personOf(store.db, `${structureId}-member`);
	return { territoryId, situationPk, memberId: person.id };
}
