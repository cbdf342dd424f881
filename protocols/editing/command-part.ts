import type { EditCommand } from "./commands.ts";
import type { PartRef } from "./part-ref.ts";

/** The part that a wish is about: for something new, the part that will hold it. */
export function partOf(command: EditCommand): PartRef {
	switch (command.type) {
		case "set-protocol":
		case "set-promise":
		case "add-role":
		case "add-interruption":
			return { kind: "protocol" };
		case "set-role":
		case "move-role":
		case "delete-role":
			return { kind: "role", id: command.role };
		// Any place that holds steps; which kind it is, the protocol knows.
		case "set-start":
		case "add-step":
		case "add-group":
			return { kind: "track", id: command.in };
		case "set-step":
		case "move-step":
		case "duplicate-step":
		case "delete-step":
		case "add-outcome":
		case "set-outcome":
		case "move-outcome":
		case "duplicate-outcome":
		case "delete-outcome":
			return { kind: "step", id: command.step };
		case "set-group":
		case "move-group":
		case "duplicate-group":
		case "delete-group":
		case "add-track":
			return { kind: "group", id: command.group };
		case "set-track":
		case "move-track":
		case "duplicate-track":
		case "delete-track":
			return { kind: "track", id: command.track };
		case "set-interruption":
		case "move-interruption":
		case "duplicate-interruption":
		case "delete-interruption":
			return { kind: "interruption", id: command.interruption };
	}
}
