/** What a form keeps of the hand that was in it, when its fields are taken anew from the page. */
export type CarriedFields = {
	/** What stood in each field, by its id. */
	values: ReadonlyMap<string, string | boolean>;
	/** Which parts were unfolded, in their order. */
	unfolded: readonly boolean[];
	focus: { id: string; from: number | null; to: number | null } | undefined;
};

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function carriedFrom(form: HTMLFormElement): CarriedFields {
	const { activeElement } = document;
	const isInside = activeElement instanceof HTMLElement && form.contains(activeElement);
	return {
		values: new Map(controlsOf(form).map((control) => [control.id, wordIn(control)])),
		unfolded: [...form.querySelectorAll("details")].map(({ open }) => open),
		focus: isInside && activeElement.id ? focusOn(activeElement) : undefined,
	};
}

/** Unfolds what was unfolded, and goes back to the field that was being written. */
export function takesPlace(form: HTMLFormElement, { unfolded, focus }: CarriedFields): void {
	for (const [index, details] of form.querySelectorAll("details").entries()) {
		details.open = unfolded[index] ?? details.open;
	}
	const field = focus && document.getElementById(focus.id);
	if (!field || !form.contains(field)) return;
	field.focus({ preventScroll: true });
	if (isWritten(field) && focus.from !== null) field.setSelectionRange(focus.from, focus.to);
}

/**
 * Writes again what was written and not kept yet.
 *
 * @param known what stood in the fields before that; everything is written again without it
 * @returns whether a field was written that others changed meanwhile
 */
export function writesAgain(
	form: HTMLFormElement,
	{ values }: CarriedFields,
	known: URLSearchParams | undefined,
): boolean {
	let isContested = false;
	for (const control of controlsOf(form)) {
		const word = values.get(control.id);
		const before = known && knownWord(control, known);
		if (word === undefined || word === before) continue;
		isContested ||= before !== undefined && wordIn(control) !== before;
		writes(control, word);
	}
	return isContested;
}

function writes(control: Control, word: string | boolean): void {
	if (typeof word === "string") control.value = word;
	else if (control instanceof HTMLInputElement) control.checked = word;
}

function controlsOf(form: HTMLFormElement): Control[] {
	return [...form.elements].filter(
		(element): element is Control =>
			(element instanceof HTMLInputElement && element.type !== "hidden") ||
			element instanceof HTMLTextAreaElement ||
			element instanceof HTMLSelectElement,
	);
}

function wordIn(control: Control): string | boolean {
	return isTicked(control) ? control.checked : control.value;
}

function knownWord(control: Control, known: URLSearchParams): string | boolean {
	if (isTicked(control)) return known.getAll(control.name).includes(control.value);
	return (known.get(control.name) ?? "").replaceAll("\r\n", "\n");
}

function isTicked(control: Control): control is HTMLInputElement {
	return (
		control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")
	);
}

function isWritten(field: Element): field is HTMLInputElement | HTMLTextAreaElement {
	return (
		field instanceof HTMLTextAreaElement ||
		(field instanceof HTMLInputElement && (field.type === "text" || field.type === "search"))
	);
}

function focusOn(element: HTMLElement): NonNullable<CarriedFields["focus"]> {
	const { id } = element;
	if (!isWritten(element)) return { id, from: null, to: null };
	return { id, from: element.selectionStart, to: element.selectionEnd };
}
