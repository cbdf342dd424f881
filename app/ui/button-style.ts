import { classNames } from "./class-names.ts";

/** How much a button asks for attention. One primary a page. */
export type ButtonKind = "primary" | "secondary" | "quiet";

const always =
	"inline-flex min-h-target items-center justify-center gap-2 rounded-control text-center font-semibold motion-safe:transition-colors motion-safe:duration-100 disabled:opacity-60";

const looks: Record<ButtonKind, string> = {
	primary:
		"w-full border-2 border-ink bg-ink px-6 py-2.5 text-on-ink hover:border-ink-pressed hover:bg-ink-pressed sm:w-auto",
	secondary:
		"w-full border-2 border-ink bg-transparent px-6 py-2.5 text-ink hover:bg-sunken sm:w-auto",
	quiet: "px-1 py-2 text-link underline decoration-1 underline-offset-4 hover:decoration-2",
};

/** The classes of a button, for what must look like one: a button, a link, a summary. */
export function buttonStyle(kind: ButtonKind, className?: string): string {
	return classNames(always, looks[kind], className);
}
