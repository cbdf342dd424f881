import type { ReactNode } from "react";

/** Names and what they stand for, side by side when there is room. */
export function DataList({ items }: { items: { term: string; description: ReactNode }[] }) {
	return (
		<dl className="max-w-measure divide-y divide-rule border-y border-rule">
			{items.map(({ term, description }) => (
				<div key={term} className="grid gap-x-6 gap-y-0.5 py-3 sm:grid-cols-[12rem_1fr]">
					<dt className="text-ink-soft">{term}</dt>
					<dd className="min-w-0">{description}</dd>
				</div>
			))}
		</dl>
	);
}
