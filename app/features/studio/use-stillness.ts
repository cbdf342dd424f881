import { type FormEvent, type RefObject, useEffect, useState } from "react";
import { useEditing } from "./editing.ts";

type Pressed = { button: HTMLElement | null };

/**
 * A form that is sent by its button waits until what was written before is kept and shown: otherwise
 * one's own words would stand in its way.
 *
 * @returns whether the form may be sent now; if not, it is sent as soon as it may
 */
export function useStillness(
	form: RefObject<HTMLFormElement>,
): (event: FormEvent<HTMLFormElement>) => boolean {
	const { saver, seen } = useEditing();
	const { news, saving } = saver;
	const [pressed, setPressed] = useState<Pressed>();
	const latest = Math.max(0, ...[...news.kept.values()].map(({ revision }) => revision));
	const isStill = news.state !== "saving" && seen >= latest;

	useEffect(() => {
		if (!pressed || !isStill) return;
		setPressed(undefined);
		form.current?.requestSubmit(pressed.button);
	}, [pressed, isStill, form]);

	return (event) => {
		const element = event.currentTarget;
		const name = new FormData(element).get("form");
		if (!isStill && news.state !== "offline") {
			event.preventDefault();
			const { submitter } = event.nativeEvent as SubmitEvent;
			setPressed({ button: submitter });
			saving.flush();
			return false;
		}
		saving.forget(String(name));
		return true;
	};
}
