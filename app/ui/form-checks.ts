import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors } from "react-hook-form";
import type { z } from "zod";
import { type FormErrorList, type FormValues, fieldNames, formValues } from "./form-values.ts";

/** What a form knows to do once this file has arrived in the browser. */
export type FormChecks = {
	/** Tells whether the form may be sent; what stands in the way is told to `onErrors`. */
	pass: () => Promise<boolean>;
	/** Takes over what the server said; each goes when its field is answered again. */
	show: (errors: FormErrorList) => void;
};

type Watched = {
	form: HTMLFormElement;
	schema: z.ZodType<object, FormValues>;
	onErrors: (errors: FormErrorList) => void;
};

/** Checks a form by the server's own schema: before it is sent, then at each change. */
export function watchForm({ form, schema, onErrors }: Watched): FormChecks {
	const control = createFormControl<FormValues>({
		shouldFocusError: false,
		resolver: (_values, context, options) =>
			zodResolver(schema)(formValues(form), context, options) as never,
	});
	const register = () => {
		for (const name of fieldNames(form)) control.register(name);
	};
	register();
	control.subscribe({
		formState: { errors: true },
		callback: ({ errors }) => onErrors(messagesOf(errors ?? {})),
	});
	form.addEventListener("change", ({ target }) => {
		if (target instanceof Element && target.hasAttribute("name")) {
			void control.register(target.getAttribute("name") ?? "").onChange({ target, type: "change" });
		}
	});

	return {
		pass: async () => {
			register();
			let passed = false;
			await control.handleSubmit(
				() => {
					passed = true;
				},
				(errors) => onErrors(messagesOf(errors)),
			)();
			return passed;
		},
		show: (errors) => {
			for (const [name, [message] = []] of Object.entries(errors)) {
				if (message) control.setError(name, { type: "server", message });
			}
		},
	};
}

function messagesOf(errors: FieldErrors<FormValues>): FormErrorList {
	return Object.fromEntries(
		Object.entries(errors).map(([name, error]) => [name, [messageOf(error)]]),
	);
}

/* An error of one member of a list stands for its whole field. */
function messageOf(error: unknown): string {
	if (typeof error !== "object" || error === null) return "";
	if ("message" in error && typeof error.message === "string") return error.message;
	return Object.values(error).map(messageOf).find(Boolean) ?? "";
}
