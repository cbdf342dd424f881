import type { ReactNode } from "react";

/** Nothing here yet: says so, and what to do first. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
	return (
		<div className="max-w-measure rounded-panel border border-dashed border-border px-5 py-7 sm:px-7">
			<p className="font-semibold">{title}</p>
			{children ? <div className="mt-1 space-y-4 text-ink-soft">{children}</div> : null}
		</div>
	);
}
