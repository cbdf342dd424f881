import type { EditCommand } from "#protocols/editing/commands.ts";
import { standsOn } from "#protocols/editing/stands-on.ts";
import { canonicalJson } from "#protocols/language/canonical.ts";
import type { Protocol } from "#protocols/language/protocol.ts";

/**
 * A form sends all its fields; this keeps what its writer changed since the page was shown, so
 * that two people may write in different fields of one part.
 *
 * @param shown the protocol as the page showed it
 * @returns undefined when the form changes nothing
 */
export function touched(shown: Protocol, command: EditCommand): EditCommand | undefined {
	if (!command.type.startsWith("set-")) return command;
	const standing = standsOn(shown, command);
	const entries = Object.entries(command);
	const untouched = entries.filter(
		([key, value]) => Object.hasOwn(standing, key) && isSame(key, standing[key], value),
	);
	// What may be absent is written as nothing, and stands as nothing.
	const empty = entries.filter(([key, value]) => value === null && standing[key] === undefined);
	const dropped = new Set([...untouched, ...empty].map(([key]) => key));
	if (dropped.size === 0) return command;
	const kept = entries.filter(([key]) => !dropped.has(key) || isNaming(command, key));
	const changes = kept.some(([key]) => !isNaming(command, key));
	return changes ? (Object.fromEntries(kept) as EditCommand) : undefined;
}

/** Words that say what a command is about; the role of a step is one of its properties. */
function isNaming({ type }: EditCommand, key: string): boolean {
	if (key === "role") return type === "set-role";
	return ["type", "step", "outcome", "group", "track", "interruption", "in", "milestone"].includes(
		key,
	);
}

/** Of the terms of a handoff, only those that the form shows are compared; all else is compared whole. */
function isSame(key: string, standing: unknown, value: unknown): boolean {
	const isInParts = key === "handoff" && isRecord(standing) && isRecord(value);
	if (!isInParts) return spelled(standing) === spelled(value);
	return Object.entries(value).every(([key, part]) => spelled(standing[key]) === spelled(part));
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function spelled(value: unknown): string {
	return canonicalJson([value ?? null]);
}
