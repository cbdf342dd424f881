import type { Protocol } from "#protocols/language/protocol.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import { type Change, refuse } from "./change.ts";
import type { CommandOf, EditCommand } from "./commands.ts";
import { addGroup, deleteGroup, duplicateGroup, setGroup } from "./groups.ts";
import { setPromise, setProtocol, setStart } from "./head.ts";
import {
	addInterruption,
	deleteInterruption,
	duplicateInterruption,
	moveInterruption,
	setInterruption,
} from "./interruptions.ts";
import { moveGroup, moveStep, moveTrack } from "./moves.ts";
import {
	addOutcome,
	deleteOutcome,
	duplicateOutcome,
	moveOutcome,
	setOutcome,
} from "./outcomes.ts";
import { hasPart, type PartRef } from "./part-ref.ts";
import type { EditRefusal } from "./refusal.ts";
import { addRole, deleteRole, moveRole, setRole } from "./roles.ts";
import { addStep, deleteStep, duplicateStep, setStep } from "./steps.ts";
import { addTrack, deleteTrack, duplicateTrack, setTrack } from "./tracks.ts";

/** The protocol after an edit and the part to show next, or why nothing was changed. */
export type Edited =
	| { ok: true; protocol: Protocol; selected?: PartRef }
	| { ok: false; refusal: EditRefusal };

/**
 * Changes a protocol as somebody wishes.
 *
 * Pure, and closed: whatever comes back reads as a protocol. What is unfinished is for the checker
 * to find; what would break the document is refused, with a sentence in both languages.
 */
export function edit(protocol: Protocol, command: EditCommand): Edited {
	const copy = structuredClone(protocol);
	const change = changeOf(command.type)(copy, command as never);
	if ("refusal" in change) return { ok: false, refusal: change.refusal };

	const read = readProtocol(copy);
	if (!read.ok) return { ok: false, ...refuse({ code: "unreadable", issues: read.issues }) };
	const { selected } = change;
	const shown = selected && hasPart(read.protocol, selected);
	return { ok: true, protocol: read.protocol, ...(shown ? { selected } : {}) };
}

function changeOf(type: EditCommand["type"]): (protocol: Protocol, command: never) => Change {
	return changes[type];
}

/** What each wish does to a copy of the protocol. */
const changes: {
	[Type in EditCommand["type"]]: (protocol: Protocol, command: CommandOf<Type>) => Change;
} = {
	"set-protocol": setProtocol,
	"set-promise": setPromise,
	"set-start": setStart,
	"add-role": addRole,
	"set-role": setRole,
	"move-role": moveRole,
	"delete-role": deleteRole,
	"add-step": addStep,
	"set-step": setStep,
	"move-step": moveStep,
	"duplicate-step": duplicateStep,
	"delete-step": deleteStep,
	"add-outcome": addOutcome,
	"set-outcome": setOutcome,
	"move-outcome": moveOutcome,
	"duplicate-outcome": duplicateOutcome,
	"delete-outcome": deleteOutcome,
	"add-group": addGroup,
	"set-group": setGroup,
	"move-group": moveGroup,
	"duplicate-group": duplicateGroup,
	"delete-group": deleteGroup,
	"add-track": addTrack,
	"set-track": setTrack,
	"move-track": moveTrack,
	"duplicate-track": duplicateTrack,
	"delete-track": deleteTrack,
	"add-interruption": addInterruption,
	"set-interruption": setInterruption,
	"move-interruption": moveInterruption,
	"duplicate-interruption": duplicateInterruption,
	"delete-interruption": deleteInterruption,
};
