import { type ChangeEvent, type ReactNode, useState } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { ChoiceRow } from "./choice-row.tsx";
import { describedBy, FieldError, type FieldProps, Hint, Optional } from "./field-frame.tsx";
import type { Choice } from "./select-field.tsx";

type RadioProps = FieldProps & { choices: Choice[]; defaultValue?: string };

/** One answer among a few, all in view. */
export function RadioGroup(props: RadioProps) {
	const { name, id = name, choices, defaultValue, optional } = props;
	return (
		<Fieldset {...props} id={id} role="radiogroup">
			{choices.map(({ value, label, hint }, place) => (
				<ChoiceRow
					key={value}
					type="radio"
					id={place === 0 ? id : `${id}-${value}`}
					{...{ name, value, label, hint }}
					required={!optional}
					defaultChecked={defaultValue === value}
				/>
			))}
		</Fieldset>
	);
}

type CheckboxProps = FieldProps & {
	choices: Choice[];
	defaultValue?: readonly string[];
	/** At most so many answers; said in words, counted while ticking, checked by the schema. */
	most?: number;
};

/** Several answers of a closed list, at most `most` of them. Sent as repeated names. */
export function CheckboxGroup(props: CheckboxProps) {
	const { name, id = name, choices, defaultValue = [], most, error } = props;
	const t = useT("ui");
	const [count, setCount] = useState(defaultValue.length);
	const recount = ({ currentTarget }: ChangeEvent<HTMLDivElement>) =>
		setCount(currentTarget.querySelectorAll("input:checked").length);
	return (
		<Fieldset {...props} id={id} role="group">
			<div onChange={recount} className="space-y-2">
				{choices.map(({ value, label, hint }, place) => (
					<ChoiceRow
						key={value}
						type="checkbox"
						id={place === 0 ? id : `${id}-${value}`}
						{...{ name, value, label, hint }}
						defaultChecked={defaultValue.includes(value)}
						invalid={Boolean(error)}
					/>
				))}
			</div>
			{most ? (
				<p role="status" className="mt-2 text-ink-soft">
					{count > most ? t("field.tooMany", { most }) : t("field.chosen", { count, most })}
				</p>
			) : null}
		</Fieldset>
	);
}

type OneProps = Omit<FieldProps, "optional"> & { value?: string; defaultChecked?: boolean };

/** One thing to tick or not: sends `value` ("yes") or nothing. */
export function Checkbox({ name, id = name, label, hint, error, ...rest }: OneProps) {
	return (
		<div className="mb-6 max-w-measure">
			<FieldError id={id}>{error}</FieldError>
			<ChoiceRow
				type="checkbox"
				{...{ id, name, label, hint }}
				value={rest.value ?? "yes"}
				defaultChecked={rest.defaultChecked}
				invalid={Boolean(error)}
				describedBy={error ? `${id}-error` : undefined}
			/>
		</div>
	);
}

type FieldsetProps = FieldProps & { id: string; role: "group" | "radiogroup"; children: ReactNode };

function Fieldset({ id, name, role, label, hint, error, optional, children }: FieldsetProps) {
	const { "aria-describedby": described, "aria-invalid": invalid } = describedBy(id, {
		hint,
		error,
	});
	return (
		<fieldset
			role={role === "radiogroup" ? role : undefined}
			data-list={role === "group" ? name : undefined}
			aria-describedby={described}
			aria-invalid={role === "radiogroup" ? invalid : undefined}
			className="mb-6 max-w-measure space-y-2"
		>
			<legend className="mb-1.5 font-semibold">
				{label}
				{optional ? <Optional /> : null}
			</legend>
			<Hint id={id}>{hint}</Hint>
			<FieldError id={id}>{error}</FieldError>
			{children}
		</fieldset>
	);
}
