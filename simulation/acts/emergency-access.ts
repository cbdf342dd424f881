import type { Db } from "#db/client.ts";
import { askGlass, decideGlass, glassAskedOf, openGlass, spendGlass } from "#db/glass.ts";
import { decideAndRecord, type Moment } from "#db/journal.ts";
import { decide } from "#protocols/casework/decide.ts";
import { pick } from "#protocols/casework/random-choice.ts";
import { actingAs, personOf } from "../people.ts";
import { type Done, perform } from "../perform.ts";
import type { Run } from "../run.ts";
import type { Place } from "../territories.ts";

/** A coordinator asks to give back what is stuck; a manager of the structure agrees, or does not. */
export function breakGlass(run: Run, place: Place): void {
	const { store, chance } = run;
	const rows = store.db.$client
		.prepare(
			`SELECT h.id, h.situation_pk AS situationPk, h.recipient_id AS recipientId FROM handoffs h
			 JOIN situations s ON s.pk = h.situation_pk
			 WHERE s.territory_id = ? AND h.recipient_id IS NOT NULL ORDER BY 1`,
		)
		.all(place.territoryId) as Stuck[];
	if (rows.length === 0) return;
	const stuck = pick(chance, rows);
	perform(run, {
		kind: "an emergency access",
		keyed: false,
		ask: (db, moment) => askAndGiveBack(run, place, stuck, { db, moment }),
	});
}

type Stuck = { id: string; situationPk: number; recipientId: string };
type At = { db: Db; moment: Moment };

function askAndGiveBack({ chance }: Run, place: Place, stuck: Stuck, { db, moment }: At): Done {
	const { id: handoffId, situationPk, recipientId } = stuck;
	const coordinator = personOf(db, `${place.coordination}-member`);
	const asks = { memberId: coordinator.id, structureId: coordinator.structureId };
	const why =
		askGlass(db, moment, asks, { handoffId, reason: "REFERENT_ABSENT" }) ??
		agree({ db, moment }, recipientId, chance(4) > 0);
	if (why) return { accepted: false, why };
	const acting = { ...actingAs(coordinator), glass: openGlass(db, asks, moment.now) };
	const key = { territoryId: place.territoryId, situationPk };
	const given = decideAndRecord(db, key, moment, (so, at) =>
		decide(so, giveBack(acting, handoffId, so.handoffs[handoffId]?.latestAct ?? 0), at),
	);
	if (!given.recorded) return { accepted: false, why: given.refusal.code };
	spendGlass(db, moment, asks, handoffId);
	return { accepted: true };
}

function agree({ db, moment }: At, structureId: string, agrees: boolean): string | undefined {
	const [asked] = glassAskedOf(db, structureId, moment.now);
	const manager = { memberId: `${structureId}-member`, structureId };
	const refusal = decideGlass(db, moment, manager, { id: asked?.id ?? "", agrees });
	return refusal ?? (agrees ? undefined : "refused");
}

function giveBack(acting: ReturnType<typeof actingAs>, handoff: string, seen: number) {
	const codes = { declineReason: "CAPACITY" } as const;
	return { type: "act-on-handoff", act: "GIVE_BACK", acting, seen, handoff, codes } as const;
}
