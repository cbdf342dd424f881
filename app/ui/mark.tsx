import { classNames } from "./class-names.ts";

/** The states that have a shape of their own. */
export type MarkKind =
	| "waiting"
	| "open"
	| "here"
	| "done"
	| "late"
	| "suspended"
	| "failed"
	| "info";

const shapes: Record<MarkKind, React.ReactNode> = {
	waiting: <circle cx="10" cy="10" r="7" fill="currentColor" />,
	open: <circle cx="10" cy="10" r="6.5" />,
	here: (
		<>
			<circle cx="10" cy="10" r="8" />
			<circle cx="10" cy="10" r="3.5" fill="currentColor" stroke="none" />
		</>
	),
	done: (
		<>
			<circle cx="10" cy="10" r="8" />
			<path d="m6.3 10.3 2.6 2.6 4.8-5.4" />
		</>
	),
	late: (
		<>
			<circle cx="10" cy="10" r="8" />
			<path d="M10 5.4V10l3 1.9" />
		</>
	),
	suspended: <path d="M6.5 3.5v13M13.5 3.5v13" strokeWidth="3.2" />,
	failed: (
		<>
			<path d="M10 2.2 18.4 17H1.6Z" />
			<path d="M10 7.6v4.2M10 14.3v.3" />
		</>
	),
	info: (
		<>
			<rect x="2" y="2" width="16" height="16" rx="3" />
			<path d="M10 9.2v5M10 6v.2" />
		</>
	),
};

const colours: Record<MarkKind, string> = {
	waiting: "text-ink",
	open: "text-ink-soft",
	here: "text-ink",
	done: "text-done",
	late: "text-late",
	suspended: "text-ink-soft",
	failed: "text-failure",
	info: "text-link",
};

/** The shape of a state. Always beside its word. */
export function Mark({ kind, className }: { kind: MarkKind; className?: string }) {
	return (
		<svg
			viewBox="0 0 20 20"
			aria-hidden="true"
			focusable="false"
			fill="none"
			stroke="currentColor"
			strokeWidth="2"
			strokeLinecap="round"
			strokeLinejoin="round"
			className={classNames("size-5 shrink-0", colours[kind], className)}
		>
			{shapes[kind]}
		</svg>
	);
}
