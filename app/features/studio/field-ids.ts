import type { FormErrorList } from "#app/ui/form-values.ts";

/** The same field stands in several forms of a page: its id begins with its form's, also in a summary. */
export function withIds(form: string, errors: FormErrorList): FormErrorList {
	return Object.fromEntries(
		Object.entries(errors).map(([name, messages]) => [
			name === "form" ? name : `${form}-${name}`,
			messages,
		]),
	);
}
