import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Icon } from "./icon.tsx";

/** What every field is given: its name, its words, what it held, what was wrong with it. */
export type FieldProps = {
	name: string;
	label: ReactNode;
	hint?: ReactNode;
	error?: string;
	/** Says "(facultatif)" beside the label; fields are required unless they say so. */
	optional?: boolean;
	/** The id of the first control; the name when absent. */
	id?: string;
};

/** The attributes that tie a control to its hint and to its error. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, "hint" | "error">) {
	const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
	return {
		"aria-describedby": ids === "" ? undefined : ids,
		"aria-invalid": error ? true : undefined,
	} as const;
}

/** The look of a control that one writes in. */
export const controlStyle =
	"block min-h-target w-full rounded-control border border-border bg-surface px-3.5 py-2.5 text-ink aria-invalid:border-2 aria-invalid:border-failure";

/** Label, hint and error around one control. */
export function FieldFrame(props: FieldProps & { children: ReactNode }) {
	const { id = props.name, label, hint, error, optional, children } = props;
	return (
		<div className="mb-6 max-w-measure">
			<label htmlFor={id} className="mb-1.5 block font-semibold">
				{label}
				{optional ? <Optional /> : null}
			</label>
			<Hint id={id}>{hint}</Hint>
			<FieldError id={id}>{error}</FieldError>
			{children}
		</div>
	);
}

/** "(facultatif)". */
export function Optional() {
	const t = useT("ui");
	return <span className="font-normal text-ink-soft"> {t("field.optional")}</span>;
}

/** What helps to answer. */
export function Hint({ id, children }: { id: string; children: ReactNode }) {
	if (!children) return null;
	return (
		<div id={`${id}-hint`} className="mb-2 text-ink-soft">
			{children}
		</div>
	);
}

/** What is wrong with the answer, next to it. */
export function FieldError({ id, children }: { id: string; children?: string }) {
	const t = useT("ui");
	if (!children) return null;
	return (
		<p id={`${id}-error`} className="mb-2 flex gap-2 font-semibold text-failure">
			<Icon name="alert" className="mt-0.5" />
			<span>
				<span className="sr-only">{t("field.error")} </span>
				{children}
			</span>
		</p>
	);
}
