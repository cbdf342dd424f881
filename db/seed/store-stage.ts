import { eq } from "drizzle-orm";
import { decide } from "#protocols/casework/decide.ts";
import type { Cast } from "#protocols/casework/scenario-commands.ts";
import type { Stage } from "#protocols/casework/scenario-player.ts";
import type { Situation } from "#protocols/casework/situation.ts";
import { situationByHandle } from "../access.ts";
import { circumstancesOf } from "../circumstances.ts";
import type { Db } from "../client.ts";
import { situationOf } from "../history.ts";
import { decideAndRecord, openSituation, type Recorded } from "../journal.ts";
import type { Random } from "../pseudonyms/code.ts";
import { situations } from "../schema/situations.ts";

export type StoreStage = Stage & {
	/** Which situation is played; undefined until it is open. */
	situationPk(): number | undefined;
};

/** A stage in the real store: each act goes through the writer of the journal, like a person's. */
export function stageInStore(
	db: Db,
	{ territoryId, versionHash }: { territoryId: string; versionHash: string },
	cast: Cast,
	random: Random,
): StoreStage {
	let situationPk = 0;
	let told: Situation | undefined;
	/** Told again only when a clock struck meanwhile: most of the seed's time would go there. */
	const situation = () => {
		const { position } = db
			.select({ position: situations.position })
			.from(situations)
			.where(eq(situations.pk, situationPk))
			.get() ?? { position: 0 };
		if (told?.position !== position) told = situationOf(db, situationPk);
		return told;
	};
	return {
		cast,
		circumstances: (now) => circumstancesOf(db, territoryId, { now, random }),
		situation,
		situationPk: () => (situationPk === 0 ? undefined : situationPk),
		open(command, now) {
			const version = { territoryId, versionHash };
			const handle = recorded(openSituation(db, version, { now, random }, command)).outcome;
			const scope = { territoryId, structureId: command.acting.structure };
			situationPk = situationByHandle(db, scope, handle)?.situationPk ?? 0;
		},
		ask(command, now) {
			const key = { territoryId, situationPk };
			const moment = { now, random };
			const result = recorded(
				decideAndRecord(db, key, moment, (so, at) => decide(so, command, at)),
			);
			if ("situation" in result) told = result.situation;
		},
	};
}

function recorded(result: Recorded): Extract<Recorded, { recorded: true }> {
	if (!result.recorded) throw new Error(JSON.stringify(result.refusal));
	return result;
}
