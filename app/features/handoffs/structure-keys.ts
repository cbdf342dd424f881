import { createHmac } from "node:crypto";
import type { StructureChoice } from "#db/handoff-choices.ts";

/** What a form calls a structure: its id, or a word that tells nothing where its name protects somebody. */
export function structureKey({ id, name }: StructureChoice, secret: string): string {
	if (name !== null) return id;
	return createHmac("sha256", secret).update(id).digest("base64url").slice(0, 22);
}

/** The structures that a form named, by their ids; an unknown word stays what it is, and is refused. */
export function structureIds(
	keys: readonly string[],
	choices: readonly StructureChoice[],
	secret: string,
): string[] {
	const ids = new Map(choices.map((choice) => [structureKey(choice, secret), choice.id]));
	return keys.map((key) => ids.get(key) ?? key);
}
