import { inactiveClosureReasons } from "#protocols/language/vocabulary/closure-reasons.ts";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { followUpFindings } from "#protocols/language/vocabulary/follow-up-findings.ts";
import type { Command } from "./commands.ts";
import { inactivityStages } from "./events.ts";
import { pageOf, pick, rarely, somebody, type Throw } from "./random-choice.ts";

/** Nobody acts, seldom; once that was noted, often goes on until somebody answers or it closes. */
export function randomInactivity(thrown: Throw): Command | undefined {
	const { situation, chance } = thrown;
	if (!rarely(chance, situation.inactivity ? 3 : 50)) return undefined;
	return rarely(chance, 4) ? randomReply(thrown) : bySystem(thrown);
}

function bySystem({ situation, chance }: Throw): Command {
	const noted = situation.inactivity?.stage;
	const next = noted === undefined ? 0 : inactivityStages.indexOf(noted) + 1;
	const stage = inactivityStages[rarely(chance, 8) ? chance(3) : next];
	const closes = noted === "proposal" && !rarely(chance, 3);
	return closes || stage === undefined
		? { type: "close-inactive" }
		: { type: "note-inactivity", stage };
}

function randomReply(thrown: Throw): Command {
	const { situation, chance } = thrown;
	const holders = Object.values(situation.holders).map((holder) => holder?.structure);
	const asked = { acting: somebody(thrown, pick(chance, holders)), seen: pageOf(thrown) };
	return rarely(chance, 2)
		? { type: "confirm-follow-up", ...asked, finding: pick(chance, codesOf(followUpFindings)) }
		: { type: "accept-closure", ...asked, reason: pick(chance, inactiveClosureReasons) };
}
