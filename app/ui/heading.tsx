import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

const looks = {
	1: "text-title-1 font-bold tracking-tight",
	2: "text-title-2 font-bold tracking-tight",
	3: "text-title-3 font-semibold",
} as const;

/** How deep a title is, and how large it looks. */
export type Level = keyof typeof looks;

type Props = { level: Level; size?: Level; id?: string; className?: string; children: ReactNode };

/** A title. `size` changes the look without changing the outline. The first level takes the focus on arrival. */
export function Heading({ level, size = level, id, className, children }: Props) {
	const Tag = `h${level}` as const;
	return (
		<Tag
			id={id}
			tabIndex={level === 1 ? -1 : undefined}
			className={classNames(looks[size], className)}
		>
			{children}
		</Tag>
	);
}
