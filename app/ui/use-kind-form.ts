import { useSubmit } from "@remix-run/react";
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { useText } from "#app/i18n/use-t.ts";
import type { FormChecks } from "./form-checks.ts";
import type { FormAnswer, FormErrorList, FormValues } from "./form-values.ts";

type Kindness = {
	/** What the action answered last, if it refused: `useActionData()`. */
	answer?: FormAnswer;
	/** The server's own schema, fetched when someone begins to answer: `() => import("./x.schema.ts").then((m) => m.xForm)`. */
	schema?: () => Promise<z.ZodType<object, FormValues>>;
};

/**
 * A plain form, made kinder where there is JavaScript: once someone begins to answer, react-hook-form and the
 * server's own zod schema arrive and check before sending. Without JavaScript the server says the same.
 */
export function useKindForm({ answer, schema }: Kindness = {}) {
	const submit = useSubmit();
	const text = useText();
	const checks = useRef<Promise<FormChecks>>();
	const [errors, setErrors] = useState<FormErrorList>(answer?.errors ?? {});
	const [attempt, setAttempt] = useState(0);

	useEffect(() => {
		if (!answer) return;
		setErrors(answer.errors ?? {});
		setAttempt((count) => count + 1);
		void checks.current?.then((ready) => ready.show(answer.errors ?? {}));
	}, [answer]);

	async function prepare(form: HTMLFormElement, load: NonNullable<Kindness["schema"]>) {
		const [{ watchForm }, loaded] = await Promise.all([import("./form-checks.ts"), load()]);
		const ready = watchForm({ form, schema: loaded, onErrors: setErrors });
		ready.show(errors);
		return ready;
	}

	function onFocus({ currentTarget }: FocusEvent<HTMLFormElement>) {
		if (schema && !checks.current) checks.current = prepare(currentTarget, schema);
	}

	async function onSubmit(event: FormEvent<HTMLFormElement>) {
		const sent = sentBy(event);
		// Sending would show an error page and lose what was written.
		if (!navigator.onLine) {
			event.preventDefault();
			refuse({ form: [textKey("ui:form.offline")] });
			return;
		}
		if (!checks.current || sent.hasAttribute("formnovalidate")) return;
		event.preventDefault();
		if (await passes(checks.current)) submit(sent);
		else setAttempt((count) => count + 1);
	}

	function refuse(reasons: FormErrorList) {
		setErrors(reasons);
		setAttempt((count) => count + 1);
	}

	return {
		/** For `<Form method="post" {...form.props}>`. */
		props: { noValidate: true, onFocus, onSubmit },
		/** For `<FormErrors {...form.summary} />`, first thing in the form. */
		summary: { errors, attempt },
		/** For a field: its name, what it held, what was wrong. */
		field: (name: string) => ({ name, defaultValue: held(answer, name)[0], error: wrong(name) }),
		/** The same for a field with several answers. */
		choices: (name: string) => ({ name, defaultValue: held(answer, name), error: wrong(name) }),
	};

	function wrong(name: string): string | undefined {
		const message = errors[name]?.[0];
		return message === undefined ? undefined : text(message);
	}
}

/** The button that was pressed, which may carry a value; else the form itself. */
function sentBy({ nativeEvent, currentTarget }: FormEvent<HTMLFormElement>) {
	const { submitter } = nativeEvent as SubmitEvent;
	return submitter instanceof HTMLButtonElement ? submitter : currentTarget;
}

/** Where the checks cannot arrive, the server's answer is enough. */
async function passes(checks: Promise<FormChecks>): Promise<boolean> {
	try {
		return await (await checks).pass();
	} catch {
		return true;
	}
}

function held(answer: FormAnswer | undefined, name: string): string[] {
	const value = answer?.values?.[name];
	if (value === undefined || value === null) return [];
	return Array.isArray(value) ? value.map(String) : [String(value)];
}
