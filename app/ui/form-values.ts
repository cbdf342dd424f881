/** What a form sends, by name; a group of boxes is always a list, as the server reads it. */
export type FormValues = Record<string, string | string[]>;

/** What was wrong, by field; what concerns the whole form is under `form`. */
export type FormErrorList = Readonly<Record<string, readonly string[] | undefined>>;

/** What an action answers when a form cannot be taken: worded errors (or their keys) and what was sent. */
export type FormAnswer = { errors?: FormErrorList; values?: Readonly<Record<string, unknown>> };

/** The values of a form, as the server will read them. */
export function formValues(form: HTMLFormElement): FormValues {
	const data = new FormData(form);
	const values: FormValues = {};
	for (const name of data.keys()) values[name] = String(data.get(name) ?? "");
	for (const name of listNames(form)) values[name] = data.getAll(name).map(String);
	return values;
}

/** The names that a form may send, ticked or not. */
export function fieldNames(form: HTMLFormElement): string[] {
	const names = [...form.elements].map((element) => element.getAttribute("name") ?? "");
	return [...new Set(names)].filter((name) => name !== "");
}

function listNames(form: HTMLFormElement): string[] {
	const groups = form.querySelectorAll<HTMLElement>("fieldset[data-list]");
	return [...groups].map((group) => group.dataset.list ?? "");
}
