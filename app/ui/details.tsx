import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

type Props = { summary: ReactNode; open?: boolean; className?: string; children: ReactNode };

/** More, on demand. A native element: it opens without JavaScript and prints open. */
export function Details({ summary, open, className, children }: Props) {
	return (
		<details open={open} className={classNames("group/details", className)}>
			<summary className="inline-flex min-h-target items-center gap-2 rounded-small text-link underline decoration-1 underline-offset-4 hover:decoration-2">
				<Icon
					name="forward"
					className="motion-safe:transition-transform motion-safe:duration-100 group-open/details:rotate-90"
				/>
				{summary}
			</summary>
			<div className="mt-1 mb-4 ml-2.5 border-l-2 border-rule py-1 pl-5">{children}</div>
		</details>
	);
}
