import { readableFacts } from "#protocols/casework/readable.ts";
import { openSteps } from "#protocols/casework/situation.ts";
import type { Text } from "#protocols/language/text.ts";
import type { Facts } from "#protocols/language/vocabulary/answers.ts";
import type { OwnSituation } from "./access.ts";
import type { Db } from "./client.ts";
import { historyOf, situationOf } from "./history.ts";
import { type PairingView, pairingAt } from "./pairing-confirmation.ts";
import type { AtSituation } from "./pairing-rows.ts";
import { showAlias } from "./pseudonyms/alias.ts";
import { type Reading, tellingOf } from "./situation-page.ts";
import { titleOf } from "./situation-titles.ts";

/** What one sees of one's own situation before one says that it is the same as another; of that, nothing. */
export type DuplicatePage = {
	handle: string;
	alias: string;
	ageBand: Facts["age_band"];
	/** The open steps that the reader sees by name. */
	steps: Text[];
	closed: boolean;
	/** How far the reader is with somebody on the telephone; null while they are not. */
	pairing: PairingView | null;
};

/** Who is at the page of which situation. */
export function atSituation(own: OwnSituation, { scope, acting }: Reading): AtSituation {
	const { territoryId } = scope;
	return { territoryId, situationPk: own.situationPk, memberId: acting.actor };
}

export function duplicatePage(db: Db, own: OwnSituation, reading: Reading): DuplicatePage {
	const situation = situationOf(db, own.situationPk);
	const telling = tellingOf(db, reading, situation, historyOf(db, own.situationPk));
	const closed = situation.status === "closed";
	const pairing = closed ? undefined : pairingAt(db, atSituation(own, reading), reading.moment);
	return {
		handle: own.handle,
		alias: showAlias(own.alias),
		ageBand: readableFacts(situation, telling.readable).age_band,
		steps: openSteps(situation)
			.filter(telling.sees)
			.map((step) => titleOf(situation, step)),
		closed,
		pairing: pairing ?? null,
	};
}
