import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle, describedBy, FieldFrame, type FieldProps } from "./field-frame.tsx";
import { Icon } from "./icon.tsx";

/** One of the answers of a closed list. */
export type Choice = { value: string; label: string; hint?: string };

type Props = FieldProps &
	Omit<ComponentProps<"select">, keyof FieldProps | "className" | "children"> & {
		choices: Choice[];
		/** The first line, which chooses nothing: "Choisissez…". Without it the first choice is taken. */
		prompt?: string;
	};

/** One answer from a long list. For up to seven answers, prefer `RadioGroup`. */
export function SelectField(props: Props) {
	const { label, hint, error, optional, id, choices, prompt, ...select } = props;
	const fieldId = id ?? select.name;
	return (
		<FieldFrame {...{ name: select.name, label, hint, error, optional, id: fieldId }}>
			<div className="relative">
				<select
					{...select}
					id={fieldId}
					{...describedBy(fieldId, { hint, error })}
					className={classNames(controlStyle, "appearance-none pr-11")}
				>
					{prompt ? <option value="">{prompt}</option> : null}
					{choices.map(({ value, label: words }) => (
						<option key={value} value={value}>
							{words}
						</option>
					))}
				</select>
				<Icon name="down" className="pointer-events-none absolute top-3.5 right-3.5" />
			</div>
		</FieldFrame>
	);
}
