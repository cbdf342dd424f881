import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Icon } from "./icon.tsx";
import { Mark, type MarkKind } from "./mark.tsx";

type Item = {
	key: string;
	to: string;
	title: ReactNode;
	/** Its state: the shape at the left; say it in words in `about`. */
	kind: MarkKind;
	about?: ReactNode;
};

/** Things to open, one a row; the whole row is the target. */
export function ItemList({ items, label }: { items: Item[]; label?: string }) {
	return (
		<ul aria-label={label} className="divide-y divide-rule border-y border-rule">
			{items.map(({ key, to, title, kind, about }) => (
				<li
					key={key}
					className="relative flex items-start gap-3.5 py-4 pr-1 hover:bg-sunken print:break-inside-avoid"
				>
					<Mark kind={kind} className="mt-[0.2em]" />
					<div className="min-w-0 grow">
						<Link to={to} className="font-semibold after:absolute after:inset-0 hover:underline">
							{title}
						</Link>
						{about ? (
							<div className={kind === "late" ? "font-semibold text-late" : "text-ink-soft"}>
								{about}
							</div>
						) : null}
					</div>
					<Icon name="forward" className="mt-[0.15em] text-ink-soft print:hidden" />
				</li>
			))}
		</ul>
	);
}
