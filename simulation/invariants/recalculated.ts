import type { Db } from "#db/client.ts";
import type { Moment } from "#db/journal.ts";
import { waitingRecalculations } from "#db/recalculation.ts";
import { circumstancesUnder, pastOf, situationsWithClocks } from "#db/running-clocks.ts";
import { decideRecalculation } from "#protocols/casework/recalculation.ts";

/** After the sweep behind a change of calendar no clock of any situation runs by the old one. */
export function leftBehind(db: Db, moment: Moment, territories: readonly string[]): string[] {
	const waiting = waitingRecalculations(db).map(
		(territoryId) => `Clocks of ${territoryId} were not computed again.`,
	);
	const moving = territories.flatMap((territoryId) => {
		const circumstances = circumstancesUnder(db, territoryId, { moment });
		return situationsWithClocks(db, territoryId, { afterPk: 0, limit: 10_000 })
			.filter((situationPk) => {
				const { before, history } = pastOf(db, situationPk);
				return decideRecalculation(before, history, circumstances) !== undefined;
			})
			.map((situationPk) => `Clocks of situation ${situationPk} still run by an old calendar.`);
	});
	return [...waiting, ...moving];
}
