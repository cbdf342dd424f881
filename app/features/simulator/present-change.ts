import type { Change } from "#protocols/simulator/changes.ts";
import type { Naming } from "./naming.ts";

export type ChangeView = ReturnType<typeof presentChange>;

/** Names what an act changed. */
export function presentChange(change: Change, naming: Naming) {
	switch (change.kind) {
		case "opened":
		case "left":
			return { kind: change.kind, title: naming.step(change.step) };
		case "holds":
			return {
				kind: "holds" as const,
				part: naming.part(change.part),
				who: naming.structure(change.structure),
			};
		case "handoff": {
			const who = change.to === undefined ? null : naming.structure(change.to);
			return {
				kind: "handoff" as const,
				title: naming.step(change.step),
				who,
				state: change.state,
			};
		}
		case "struck":
			return { kind: "struck" as const, title: naming.step(change.step), stage: change.stage };
		case "plays":
			return {
				kind: "plays" as const,
				role: naming.role(change.role),
				who: naming.structure(change.structure),
			};
		case "closed":
			return { kind: "closed" as const };
	}
}
