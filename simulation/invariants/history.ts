import { nobody } from "#protocols/casework/situation.ts";
import type { Entry } from "../ledger.ts";
import { type Memory, type Remembered, rememberedOf } from "./memory.ts";

/** What a new entry of the journal says against what came before it. */
export function brokenByEntry(memory: Memory, entry: Entry): string[] {
	const { situationPk, position, event } = entry;
	const known = rememberedOf(memory, situationPk);
	const where = `Situation ${situationPk}, event ${position} (${event.type})`;
	const broken = [
		...(position === known.position + 1 ? [] : [`${where} does not follow ${known.position}.`]),
		...(event.at >= known.at ? [] : [`${where} is before the event before it.`]),
		...(struckTwice(known, entry) ? [`${where}: the rung was told before.`] : []),
	];
	known.position = position;
	known.at = Math.max(known.at, event.at);
	for (const { clock, change } of event.clocks) if (change !== "paused") known.struck.delete(clock);
	if (!nobody.includes(event.by)) known.told.add(event.by);
	return broken;
}

/** A clock strikes each rung once: one that began anew, goes on or was shortened has rungs anew. */
function struckTwice({ struck }: Remembered, { event }: Entry): boolean {
	if (event.type !== "clock-struck") return false;
	const rungs = struck.get(event.clock) ?? new Set();
	struck.set(event.clock, rungs);
	if (rungs.has(event.stage)) return true;
	rungs.add(event.stage);
	return false;
}
