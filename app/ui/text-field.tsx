import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle, describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";

type Own = keyof FieldProps | "className" | "children";
type TextFieldProps = FieldProps & Omit<ComponentProps<"input">, Own>;

/** One line to write: text, e-mail, password, number (with `inputMode`). */
export function TextField({ label, hint, error, optional, id, ...input }: TextFieldProps) {
	const fieldId = id ?? input.name;
	return (
		<FieldFrame {...{ name: input.name, label, hint, error, optional, id: fieldId }}>
			<input
				type="text"
				{...input}
				id={fieldId}
				{...describedBy(fieldId, { hint, error })}
				className={controlStyle}
			/>
		</FieldFrame>
	);
}

/** A day, in the browser's own calendar. Narrow: it holds ten characters. */
export function DateField({ label, hint, error, optional, id, ...input }: TextFieldProps) {
	const fieldId = id ?? input.name;
	return (
		<FieldFrame {...{ name: input.name, label, hint, error, optional, id: fieldId }}>
			<input
				{...input}
				type="date"
				id={fieldId}
				{...describedBy(fieldId, { hint, error })}
				className={classNames(controlStyle, "max-w-56")}
			/>
		</FieldFrame>
	);
}

type TextAreaProps = FieldProps & Omit<ComponentProps<"textarea">, Own>;

/** Several lines to write: guidance of a protocol, never words about a person. */
export function TextArea({ label, hint, error, optional, id, ...area }: TextAreaProps) {
	const fieldId = id ?? area.name;
	return (
		<FieldFrame {...{ name: area.name, label, hint, error, optional, id: fieldId }}>
			<textarea
				rows={4}
				{...area}
				id={fieldId}
				{...describedBy(fieldId, { hint, error })}
				className={controlStyle}
			/>
		</FieldFrame>
	);
}
