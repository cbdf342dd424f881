import { useEffect, useRef } from "react";
import { useT, useText } from "#app/i18n/use-t.ts";
import type { FormErrorList } from "./form-values.ts";
import { Mark } from "./mark.tsx";

type Props = {
	errors?: FormErrorList;
	/** Grows with each try: the summary takes the focus again. */
	attempt?: number;
	/** Introduces the sentences about fields; by default, that nothing was recorded. */
	title?: string;
};

/** What keeps a form from being taken, in one place, each sentence leading to its field. */
export function FormErrors({ errors = {}, attempt = 0, title }: Props) {
	const t = useT("ui");
	const text = useText();
	const box = useRef<HTMLDivElement>(null);
	const lines = Object.entries(errors).filter(([, messages]) => messages?.[0]);

	useEffect(() => {
		if (attempt > 0) box.current?.focus();
	}, [attempt]);

	if (lines.length === 0) return null;
	return (
		<div
			ref={box}
			role="alert"
			tabIndex={-1}
			className="mb-8 flex max-w-measure gap-3 rounded-panel border-2 border-failure bg-failure-paper p-4 pr-5"
		>
			<Mark kind="failed" className="mt-0.5 size-6" />
			<div className="space-y-1">
				{lines.some(([name]) => name !== "form") ? (
					<p className="font-semibold">{title ?? t("form.notTaken")}</p>
				) : null}
				<ul className="space-y-1">
					{lines.map(([name, messages]) => (
						<li key={name}>
							<Line name={name}>{text(messages?.[0] ?? "")}</Line>
						</li>
					))}
				</ul>
			</div>
		</div>
	);
}

function Line({ name, children }: { name: string; children: string }) {
	if (name === "form") return children;
	return (
		<a
			href={`#${name}`}
			className="text-failure underline underline-offset-4 thumb:inline-flex thumb:min-h-target thumb:items-center"
		>
			{children}
		</a>
	);
}
