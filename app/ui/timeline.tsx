import type { ReactNode } from "react";
import { Mark, type MarkKind } from "./mark.tsx";

type Moment = {
	key: string;
	/** When, in words. */
	when: ReactNode;
	title: ReactNode;
	kind?: MarkKind;
	children?: ReactNode;
};

/** What happened, in order, along a line. */
export function Timeline({ moments, label }: { moments: Moment[]; label?: string }) {
	return (
		<ol aria-label={label} className="max-w-measure">
			{moments.map(({ key, when, title, kind = "done", children }) => (
				<li
					key={key}
					className="relative pb-7 pl-9 before:absolute before:top-6 before:bottom-0 before:left-[0.5625rem] before:w-0.5 before:bg-rule last:pb-0 last:before:hidden"
				>
					<Mark kind={kind} className="absolute top-[0.2em] left-0" />
					<p className="text-small text-ink-soft">{when}</p>
					<p className="font-semibold">{title}</p>
					{children ? <div className="mt-1">{children}</div> : null}
				</li>
			))}
		</ol>
	);
}
