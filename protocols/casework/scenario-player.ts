import type { Act, Scenario } from "#protocols/catalogue/scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Answers } from "#protocols/language/vocabulary/answers.ts";
import type { Command, OpenSituation } from "./commands.ts";
import {
	type Cast,
	commandOf,
	firstFor,
	openingCommand,
	professionalAt,
} from "./scenario-commands.ts";
import { type Circumstances, type EpochMs, openParts, type Situation } from "./situation.ts";
import { unboundRoles } from "./story.ts";

/** Where a story is played: in memory, or in a real store. */
export type Stage = {
	cast: Cast;
	circumstances(now: EpochMs): Circumstances;
	/** The situation as it stands, whatever clocks did meanwhile. */
	situation(): Situation;
	/** @throws Error when it is refused */
	open(command: OpenSituation, now: EpochMs): void;
	/** @throws Error when it is refused */
	ask(command: Command, now: EpochMs): void;
};

/** A story to play, its opening facts, and when each act takes place. */
export type Play = Pick<Scenario, "id" | "opensWith" | "acts"> & {
	facts: Answers;
	startsAt: EpochMs;
	/** At the end of the story a role may still wait for somebody to choose who plays it. */
	leavesChoice?: boolean;
	/** The instant of an act, after the one before; a wait ends at that instant. */
	instantOf(act: Act, index: number, before: EpochMs): EpochMs;
};

/**
 * Plays a story act by act, and says before each one when it takes place, so that whoever drives
 * it lets time pass until then.
 *
 * @throws Error naming the act that the protocol refused
 */
export function* perform(compiled: CompiledProtocol, play: Play, stage: Stage): Generator<EpochMs> {
	let now = play.startsAt;
	yield now;
	stage.open(openingCommand(compiled, play, stage.cast), now);
	for (const [index, act] of play.acts.entries()) {
		now = play.instantOf(act, index, now);
		yield now;
		if ("waits" in act) continue;
		try {
			bindWhatIsNeeded(stage, now);
			const circumstances = stage.circumstances(now);
			stage.ask(commandOf(stage.situation(), act, stage.cast, circumstances), now);
			const isLast = index === play.acts.length - 1;
			if (!(isLast && play.leavesChoice)) bindWhatIsNeeded(stage, now);
		} catch (cause) {
			const label = `${play.id}, act ${index + 1}: ${JSON.stringify(act)}`;
			throw new Error(label, { cause });
		}
	}
}

/** Whoever holds a part chooses who plays a role that several structures could play. */
function bindWhatIsNeeded({ cast, situation, ask }: Stage, now: EpochMs): void {
	for (const role of unboundRoles(situation())) {
		const { bindings, holders, openedBy, position: seen } = situation();
		if (bindings[role] !== undefined) continue;
		const [part] = openParts(situation());
		const holder = (part && holders[part]?.structure) ?? openedBy;
		const acting = professionalAt(cast, holder);
		ask({ type: "bind-role", acting, seen, role, structure: firstFor(cast, role) }, now);
	}
}
