import type { EditCommand } from "#protocols/editing/commands.ts";
import type { PartRef } from "#protocols/editing/part-ref.ts";

type Where = { in?: string | undefined; before?: string | undefined; after?: string | undefined };

/** Puts a part elsewhere; undefined for what stays where it is. */
export function movePart(part: PartRef, where: Where): EditCommand | undefined {
	const beside = {
		...(where.before ? { before: where.before } : {}),
		...(where.after ? { after: where.after } : {}),
	};
	const inside = where.in ? { in: where.in } : {};
	switch (part.kind) {
		case "role":
			return { type: "move-role", role: part.id, ...beside };
		case "step":
			return { type: "move-step", step: part.id, ...inside, ...beside };
		case "group":
			return { type: "move-group", group: part.id, ...inside, ...beside };
		case "track":
			return { type: "move-track", track: part.id, ...beside };
		case "interruption":
			return { type: "move-interruption", interruption: part.id, ...beside };
		default:
			return undefined;
	}
}

/** Makes a second one of a part; undefined for what there is only one of. */
export function duplicatePart(part: PartRef): EditCommand | undefined {
	switch (part.kind) {
		case "step":
			return { type: "duplicate-step", step: part.id };
		case "group":
			return { type: "duplicate-group", group: part.id };
		case "track":
			return { type: "duplicate-track", track: part.id };
		case "interruption":
			return { type: "duplicate-interruption", interruption: part.id };
		default:
			return undefined;
	}
}

/** Takes a part away; undefined for what every protocol has. */
export function deletePart(part: PartRef, to: string | undefined): EditCommand | undefined {
	const redirect = to ? { redirect: to } : {};
	switch (part.kind) {
		case "role":
			return { type: "delete-role", role: part.id, ...redirect };
		case "step":
			return { type: "delete-step", step: part.id, ...redirect };
		case "group":
			return { type: "delete-group", group: part.id, ...redirect };
		case "track":
			return { type: "delete-track", track: part.id, ...redirect };
		case "interruption":
			return { type: "delete-interruption", interruption: part.id, ...redirect };
		default:
			return undefined;
	}
}
