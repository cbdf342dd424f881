import { spellPath } from "#protocols/language/issue.ts";
import type { Protocol } from "#protocols/language/protocol.ts";
import type { EditCommand } from "./commands.ts";
import { edit } from "./edit.ts";
import { patchBetween } from "./patch.ts";

/** What a wish changes in a protocol, a line for each place; or the code of its refusal. */
export function toldChange(protocol: Protocol, command: EditCommand): string[] {
	const edited = edit(protocol, command);
	if (!edited.ok) return [edited.refusal.code];
	return patchBetween(protocol, edited.protocol).map((change) => {
		const path = spellPath(change.path);
		if ("out" in change) return `${path}: ${brief(change.out)} -> ${brief(change.in)}`;
		return `${path}: ${brief(change.was)} -> ${brief(change.is)}`;
	});
}

function nameOf(item: unknown): string {
	if (item === null || typeof item !== "object") return String(item);
	const { id, code, milestone } = item as Record<string, unknown>;
	return String(id ?? code ?? milestone ?? JSON.stringify(item));
}

function brief(value: unknown): string {
	if (value === undefined) return "nothing";
	if (Array.isArray(value)) return value.map(nameOf).join(" ") || "nothing";
	return typeof value === "string" ? value : JSON.stringify(value);
}
