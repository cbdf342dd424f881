import type { MoveSituation } from "./commands.ts";
import { checkMove, unsoundness } from "./move-check.ts";
import type { MoveFault } from "./move-fault.ts";
import type { Circumstances, Situation } from "./situation.ts";
import { addEvent, type Decision, finish, refuse } from "./story.ts";

/**
 * Decides whether a running situation goes on under another version of its protocol.
 *
 * Refused unless everything is proven: each open step has its counterpart, each part its holder,
 * each open handoff its step or its place beside, each role its structure, and what must be true of
 * every situation is true of it afterwards.
 */
export function decideMove(
	situation: Situation,
	{ acting, seen, from, to, version, map }: MoveSituation,
	circumstances: Circumstances,
): Decision {
	if (!acting.coordinator) return cannot({ code: "not-coordinator" });
	if (seen < situation.latestAct) return refuse({ code: "moved-on" });
	const follows = situation.movedTo ?? from;
	if (follows !== from || from === to) return cannot({ code: "other-version" });

	const checked = checkMove(situation, version, map);
	if (!checked.ok) return cannot(checked.fault);

	const who = { at: circumstances.now, by: acting.structure, actor: acting.actor };
	const draft = { type: "situation-moved", ...who, from, to, ...checked.plan } as const;
	const moved = addEvent({ situation, events: [] }, draft, circumstances, () => version);
	const fault = unsoundness(situation, moved.situation);
	return fault ? cannot(fault) : finish(moved, circumstances);
}

function cannot(because: MoveFault): Decision {
	return refuse({ code: "cannot-move", because });
}
