import type { ReactNode } from "react";

type Props = {
	type: "radio" | "checkbox";
	id: string;
	name: string;
	value: string;
	label: ReactNode;
	hint?: ReactNode;
	defaultChecked?: boolean;
	required?: boolean;
	invalid?: boolean;
	describedBy?: string;
};

/** One answer to tick: the whole row is the target, its hint is read after its name. */
export function ChoiceRow({ label, hint, invalid, describedBy, ...input }: Props) {
	const [labelId, hintId] = [`${input.id}-label`, `${input.id}-hint`];
	const descriptions = [describedBy, hint ? hintId : undefined].filter(Boolean).join(" ");
	return (
		<label
			htmlFor={input.id}
			className="flex min-h-target items-start gap-3.5 rounded-control border border-border bg-surface px-4 py-3 hover:border-ink has-checked:border-ink has-checked:bg-tint has-checked:ring-1 has-checked:ring-ink"
		>
			<input
				{...input}
				aria-invalid={invalid || undefined}
				aria-labelledby={hint ? labelId : undefined}
				aria-describedby={descriptions === "" ? undefined : descriptions}
				className="mt-[0.1em] size-[1.35em] shrink-0"
			/>
			<span className="min-w-0">
				<span id={labelId} className="block">
					{label}
				</span>
				{hint ? (
					<span id={hintId} className="block text-small text-ink-soft">
						{hint}
					</span>
				) : null}
			</span>
		</label>
	);
}
