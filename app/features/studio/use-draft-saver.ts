import { useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EditAnswer } from "./edit-answer.ts";

/** How long after the last letter a form is sent, in milliseconds. */
const restMs = 900;

/** Where the writing stands. */
export type SavingState = "still" | "saving" | "refused" | "offline";

/** Sends what is written on a draft by itself, one form after the other. */
export type DraftSaver = {
	state: SavingState;
	/** The last form that was kept, and the revision that it made. */
	last: { form: string; revision: number } | undefined;
	/** What the server did not take, by the name of the form. */
	refused: ReadonlyMap<string, EditAnswer>;
	/** Something was written in a form. */
	typed(form: HTMLFormElement): void;
	/** Sends at once what waits. */
	flush(): void;
	/** A form is sent by its button: nothing of it waits any more. */
	forget(form: HTMLFormElement): void;
	/** Whether a form holds something that is not kept yet. */
	isWriting(form: string): boolean;
};

type Waiting = { body: () => URLSearchParams; base: string };

/**
 * @param action where the page's forms are sent as data. Not by Remix: where nobody answers, it
 *   would show an error in the place of what was written
 */
export function useDraftSaver(action: string): DraftSaver {
	const { revalidate } = useRevalidator();
	const waiting = useRef(new Map<string, Waiting>());
	const sent = useRef<{ form: string; waiting: Waiting }>();
	const timer = useRef<number>();
	const [last, setLast] = useState<DraftSaver["last"]>();
	const [refused, setRefused] = useState<DraftSaver["refused"]>(new Map());
	const [reach, setReach] = useState<"idle" | "busy" | "nobody">("idle");

	const heard = useCallback((form: string, answer: EditAnswer) => {
		if (!("saved" in answer)) {
			setRefused((known) => new Map(known).set(form, answer));
			return;
		}
		const { revision } = answer.saved;
		setLast({ form, revision });
		setRefused((known) => without(known, form));
		const more = waiting.current.get(form);
		if (more) more.base = String(revision);
	}, []);

	const send = useCallback(async (): Promise<void> => {
		window.clearTimeout(timer.current);
		const [next] = waiting.current;
		if (!next || sent.current) return;
		const [form, written] = next;
		waiting.current.delete(form);
		sent.current = { form, waiting: written };
		setReach("busy");
		const answer = await answerTo(action, bodyOf(written));
		sent.current = undefined;
		setReach(answer ? "idle" : "nobody");
		if (answer) {
			heard(form, answer);
			revalidate();
			await send();
		} else if (!waiting.current.has(form)) {
			waiting.current.set(form, written);
		}
	}, [action, heard, revalidate]);

	useEffect(() => {
		const leave = () => {
			for (const written of waiting.current.values()) {
				void fetch(action, { method: "POST", body: bodyOf(written), keepalive: true });
			}
			waiting.current.clear();
		};
		window.addEventListener("pagehide", leave);
		window.addEventListener("online", send);
		return () => {
			window.removeEventListener("pagehide", leave);
			window.removeEventListener("online", send);
		};
	}, [action, send]);

	return useMemo(
		() => ({
			state: stateOf(reach, refused.size > 0),
			last,
			refused,
			typed(form) {
				const name = fieldOf(form, "form");
				if (isContested(refused.get(name))) return;
				const base = waiting.current.get(name)?.base ?? baseOf(sent.current, name);
				waiting.current.set(name, {
					body: () => valuesOf(form),
					base: base ?? fieldOf(form, "seen"),
				});
				window.clearTimeout(timer.current);
				timer.current = window.setTimeout(() => void send(), restMs);
			},
			flush: () => void send(),
			forget(form) {
				waiting.current.delete(fieldOf(form, "form"));
				setRefused((known) => without(known, fieldOf(form, "form")));
			},
			isWriting: (form) => waiting.current.has(form) || sent.current?.form === form,
		}),
		[reach, refused, last, send],
	);
}

/** Somebody else changed the same part: what is written now is sent only by its button. */
function isContested(answer: EditAnswer | undefined): boolean {
	return answer !== undefined && "refusal" in answer && answer.refusal?.meanwhile !== undefined;
}

/** What is being sent stands on the same page as what is written meanwhile. */
function baseOf(sent: { form: string; waiting: Waiting } | undefined, form: string) {
	return sent?.form === form ? sent.waiting.base : undefined;
}

function bodyOf({ body, base }: Waiting): URLSearchParams {
	const values = body();
	values.set("seen", base);
	values.set("auto", "yes");
	return values;
}

function valuesOf(form: HTMLFormElement): URLSearchParams {
	const pairs = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
	return new URLSearchParams(pairs);
}

function fieldOf(form: HTMLFormElement, name: string): string {
	const field = form.elements.namedItem(name);
	return field instanceof HTMLInputElement ? field.value : "";
}

function without(known: ReadonlyMap<string, EditAnswer>, form: string) {
	if (!known.has(form)) return known;
	const left = new Map(known);
	left.delete(form);
	return left;
}

function stateOf(reach: "idle" | "busy" | "nobody", refused: boolean): SavingState {
	if (reach === "nobody") return "offline";
	if (reach === "busy") return "saving";
	return refused ? "refused" : "still";
}

/** What the server says to a form; nothing where it does not answer, or not with data. */
async function answerTo(action: string, body: URLSearchParams): Promise<EditAnswer | undefined> {
	try {
		const answer = await fetch(action, { method: "POST", body });
		const isData = answer.headers.get("content-type")?.includes("application/json");
		return isData && answer.status < 500 ? ((await answer.json()) as EditAnswer) : undefined;
	} catch {
		return undefined;
	}
}
