import type { Command } from "#protocols/casework/commands.ts";
import type { Stage } from "#protocols/casework/scenario-player.ts";
import { dayMs } from "#protocols/retention/due-act.ts";
import { defaultRetention } from "#protocols/retention/policy.ts";

const { reminderDays, proposalDays, closureDays } = defaultRetention;

/** What retention does where nobody acts, each after so many days. */
const course: [days: number, command: Command][] = [
	[reminderDays, { type: "note-inactivity", stage: "reminder" }],
	[proposalDays, { type: "note-inactivity", stage: "proposal" }],
	[closureDays, { type: "close-inactive" }],
];

/** A story, then what retention did since nobody acted any more, up to an instant. */
export function* thenLeftAlone(
	acts: Iterable<number>,
	stage: Stage,
	until: number,
): Generator<number> {
	yield* acts;
	const { activeAt } = stage.situation();
	for (const [days, command] of course) {
		const at = activeAt + days * dayMs;
		if (at > until) return;
		yield at;
		stage.ask(command, at);
	}
}
