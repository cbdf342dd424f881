import { useNavigation } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";

/**
 * Empties a form that adds something to the part that stays open, once the server has taken what was
 * written; whoever wrote it goes on in its first field.
 *
 * @param refused whether the last answer to the form refused it
 */
export function useRenewedForm(
	form: RefObject<HTMLFormElement>,
	{ id, renews, refused }: { id: string; renews: boolean; refused: boolean },
): void {
	const { state, formData } = useNavigation();
	const sent = useRef(false);
	const sends = formData?.get("form") === id;

	useEffect(() => {
		if (sends) sent.current = true;
		if (state !== "idle" || !sent.current) return;
		sent.current = false;
		if (!renews || refused) return;
		form.current?.reset();
		if (!form.current?.contains(document.activeElement)) return;
		form.current.querySelector<HTMLElement>("textarea, select")?.focus();
	}, [state, sends, renews, refused, form]);
}
