import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Mark, type MarkKind } from "./mark.tsx";

/** What a notice is about. */
export type NoticeKind = Extract<MarkKind, "info" | "done" | "late" | "suspended" | "failed">;

const looks: Record<NoticeKind, string> = {
	info: "border-link bg-tint",
	done: "border-done bg-surface",
	late: "border-late bg-late-paper",
	suspended: "border-dashed border-border bg-sunken",
	failed: "border-failure bg-failure-paper",
};

type Props = { kind?: NoticeKind; title: ReactNode; live?: boolean; children?: ReactNode };

/** Something to know before going on: a shape, a title that says it, the rest. `live` reads it out when it appears. */
export function Notice({ kind = "info", title, live, children }: Props) {
	return (
		<div
			role={live ? "status" : undefined}
			className={classNames("flex max-w-measure gap-3 rounded-panel border p-4 pr-5", looks[kind])}
		>
			<Mark kind={kind} className="mt-0.5 size-6" />
			<div className="min-w-0 space-y-1">
				<p className="font-semibold">{title}</p>
				{children ? <div className="space-y-2">{children}</div> : null}
			</div>
		</div>
	);
}
