import { type MutableRefObject, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { type CarriedFields, carriedFrom, takesPlace, writesAgain } from "./carried-fields.ts";
import type { DraftSaving } from "./draft-saving.ts";
import { useEditing } from "./editing.ts";
import type { WrittenForm } from "./saving-world.ts";
import { writtenForm } from "./use-draft-saver.ts";

type Kept = {
	/** What the fields before these ones held, when they were taken anew from the page. */
	carried: MutableRefObject<CarriedFields | undefined>;
	autosave: boolean | undefined;
	/** The revision that the fields show. */
	base: number;
};

/** New fields lose neither what was being written in those before them, nor the place of the hand. */
export function useKeptWords(ref: RefObject<HTMLFormElement>, { carried, autosave, base }: Kept) {
	const { saving } = useEditing().saver;
	const first = useRef({ base, autosave });

	useLayoutEffect(() => {
		const form = ref.current;
		if (!form) return;
		const before = carried.current;
		if (before) takesPlace(form, before);
		if (first.current.autosave) takesWords(saving, writtenForm(form, first.current.base), before);
		return () => {
			carried.current = carriedFrom(form);
		};
	}, [saving, carried, ref]);

	useEffect(() => {
		const form = ref.current;
		return () => {
			// Where fields were taken anew, others stand in their place already; here the part is closed.
			if (form && first.current.autosave && !ref.current) saving.release(writtenForm(form).name);
		};
	}, [saving, ref]);
}

function takesWords(
	saving: DraftSaving<HTMLFormElement>,
	written: WrittenForm<HTMLFormElement>,
	before: CarriedFields | undefined,
): void {
	const { form, name } = written;
	const left = saving.leftOf(name);
	const known = saving.knownOf(name);
	if (left && !before) {
		writesAgain(form, carriedFrom(left.form), undefined);
		saving.handOver(written);
		return;
	}
	saving.taken(written);
	if (!left || !before || !known) return;
	// Where others changed what was being written, the server is to say so.
	const isContested = writesAgain(form, before, known);
	saving.typed(isContested ? { ...written, seen: left.base } : written);
}
