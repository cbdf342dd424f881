import { type RefObject, useState } from "react";
import { useEditing } from "./editing.ts";
import { type FormStanding, firstStanding, nextStanding } from "./form-standing.ts";

/**
 * Which revision a form of the editor shows, as answers and pages come in.
 *
 * @param saved what the page shows of the part, spelled
 */
export function useStanding(
	id: string,
	{ saved, form }: { saved: string | undefined; form: RefObject<HTMLFormElement> },
): FormStanding {
	const { seen, saver } = useEditing();
	const { news, saving } = saver;
	const kept = news.kept.get(id);
	const [standing, setStanding] = useState(() =>
		firstStanding({ seen, saved, kept }, saving.leftOf(id)?.base),
	);
	const next = nextStanding(standing, {
		...{ form: form.current, seen, saved, kept },
		...{ isWriting: saving.isWriting(id), isSending: saving.isSending(id) },
		isRefused: news.refused.has(id),
	});
	if (next !== standing) setStanding(next);
	return next;
}
