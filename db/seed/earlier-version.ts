import type { EditCommand } from "#protocols/editing/commands.ts";
import { edit } from "#protocols/editing/edit.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { Db } from "../client.ts";
import { publishVersion } from "../protocol-versions.ts";

/** What the first version gave more time to, before a year of practice. */
const longer: EditCommand[] = [
	longerStep("partners-meeting", { n: 5, unit: "working-days" }),
	longerStep("review", { n: 45, unit: "calendar-days" }),
	longerStep("care-later", { n: 60, unit: "calendar-days" }),
];

/** Publishes what a territory had before it published a protocol: situations still run under it. */
export function publishEarlier(
	db: Db,
	{ territoryId, protocol, at }: { territoryId: string; protocol: Protocol; at: number },
): string {
	const earlier = longer.reduce((before, command) => {
		const edited = edit(before, command);
		if (!edited.ok) throw new Error(`The demonstration cannot ${command.type}.`);
		return edited.protocol;
	}, protocol);
	return publishVersion(db, { territoryId, protocol: earlier, at });
}

function longerStep(step: string, delay: { n: number; unit: "working-days" | "calendar-days" }) {
	const command: EditCommand = { type: "set-step", step, delay: { ...delay, basis: "proposal" } };
	return command;
}
