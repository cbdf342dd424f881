import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Mark, type MarkKind } from "./mark.tsx";

const looks: Partial<Record<MarkKind, string>> = {
	waiting: "font-semibold text-ink",
	here: "font-semibold text-ink",
	late: "font-semibold text-late",
	done: "text-done",
	failed: "font-semibold text-failure",
};

/** A state in a shape and a word: `<StatusTag kind="late">en retard d'un jour</StatusTag>`. */
export function StatusTag({ kind, children }: { kind: MarkKind; children: ReactNode }) {
	return (
		<span className={classNames("inline-flex items-start gap-1.5", looks[kind] ?? "text-ink-soft")}>
			<Mark kind={kind} className="mt-[0.22em] size-[1.05em]" />
			<span>{children}</span>
		</span>
	);
}
