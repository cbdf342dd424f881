import { isOnlyBeside } from "./participation.ts";
import type { Reader } from "./readable.ts";
import { partOf, placedEver, type Situation } from "./situation.ts";

/** Whether a step is in the sight of somebody who takes part in its situation. */
export type Sight = (stepId: string) => boolean;

/**
 * Which steps of a situation one of its structures sees by name: those that it carries or answered,
 * those of a part that it holds, those that it handed off or was handed. Of the others it knows that
 * they go on, and at whose. Who follows the whole sees all of them; so does a coordinator, who
 * reads no answer.
 */
export function sightOf(situation: Situation, { structureId, coordinator }: Reader): Sight {
	if (coordinator || situation.lead === structureId) {
		return (id) => placedEver(situation, id) !== undefined;
	}

	const touched = new Set([
		...answeredBy(situation, structureId),
		...handedBy(situation, structureId),
	]);
	const beside = isOnlyBeside(situation, structureId);
	return (id) => {
		const step = placedEver(situation, id)?.step;
		if (!step) return false;
		if (touched.has(id)) return true;
		if (beside) return false;
		const carries = situation.bindings[step.role] === structureId;
		return carries || situation.holders[partOf(situation, id)]?.structure === structureId;
	};
}

function answeredBy({ entries }: Situation, structureId: string): string[] {
	return entries.filter(({ by }) => by === structureId).map(({ step }) => step);
}

function handedBy({ handoffs }: Situation, structureId: string): string[] {
	return Object.values(handoffs)
		.filter(({ from, to, sentAt, beside }) => {
			const own = from === structureId || (to === structureId && sentAt !== undefined);
			// What came along with a duplicate answers no step here.
			return own && !beside;
		})
		.map(({ step }) => step);
}
