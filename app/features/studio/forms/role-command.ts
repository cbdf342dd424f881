import type { CommandOf } from "#protocols/editing/commands.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import type { ChangeForm } from "./edit-form.schema.ts";
import { textOf } from "./edited-text.ts";

/** A new role: a known one keeps its name, by which the directory says who holds it. */
export function addRole(form: Extract<ChangeForm, { act: "add-role" }>): CommandOf<"add-role"> {
	const known = referenceRoles.find(({ id }) => id === form.known);
	const label =
		form.labelFr === undefined && known ? known.label : textOf(form.labelFr ?? "", form.labelEn);
	if (!known) return { type: "add-role", label, external: form.external };
	return { type: "add-role", id: known.id, label, external: known.external };
}
