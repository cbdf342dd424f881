import type { PersonAct } from "./act-table.ts";

/** The acts by which a structure commits itself or passes on: who does them proves again who they are. */
const proved: readonly PersonAct[] = ["SEND", "REROUTE", "ACCEPT", "DECLINE", "GIVE_BACK"];

/** Whether an act wants a recent proof of who is in front of the screen. */
export function wantsProof(act: PersonAct): boolean {
	return proved.includes(act);
}
