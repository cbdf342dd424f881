import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Heading, type Level } from "./heading.tsx";
import { BackLink } from "./text-link.tsx";

type PageProps = {
	title: ReactNode;
	/** A short line above the title: what kind of page this is. */
	above?: ReactNode;
	/** One or two sentences under the title. */
	lead?: ReactNode;
	back?: { to: string; label: string };
	/** A second column on a desk; below the text on a phone. */
	aside?: ReactNode;
	/** `reading` keeps lines short; `wide` is for tables and drawings. */
	width?: "reading" | "wide";
	children?: ReactNode;
};

/** One page: where it comes from, its title, its text. The shell already gives `<main>`. */
export function Page({ title, above, lead, back, aside, width, children }: PageProps) {
	const reading = width !== "wide" && !aside;
	return (
		<div className={classNames(reading && "max-w-measure")}>
			{back ? <BackLink to={back.to}>{back.label}</BackLink> : null}
			<header className="mt-1 mb-8 max-w-measure">
				{above ? <p className="mb-1 text-ink-soft">{above}</p> : null}
				<Heading level={1}>{title}</Heading>
				{lead ? <div className="mt-3 text-lead text-ink-soft">{lead}</div> : null}
			</header>
			{aside ? <Columns aside={aside}>{children}</Columns> : children}
		</div>
	);
}

/** Text and a second column beside it when there is room. */
export function Columns({ aside, children }: { aside: ReactNode; children: ReactNode }) {
	return (
		<div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)]">
			<div className="min-w-0">{children}</div>
			<aside className="min-w-0">{aside}</aside>
		</div>
	);
}

type SectionProps = { title: ReactNode; level?: Level; id?: string; children: ReactNode };

/** A titled part of a page, with room around it. */
export function Section({ title, level = 2, id, children }: SectionProps) {
	return (
		<section className={classNames(level === 2 ? "mt-12 first:mt-0" : "mt-8 first:mt-0")}>
			<Heading level={level} id={id} className="mb-4">
				{title}
			</Heading>
			{children}
		</section>
	);
}

/** A sheet of its own on the paper, for one thing to look at or to do. */
export function Panel({ children, className }: { children: ReactNode; className?: string }) {
	return (
		<div
			className={classNames(
				"rounded-panel border border-rule bg-surface p-5 sm:p-6 print:border-border print:p-4",
				className,
			)}
		>
			{children}
		</div>
	);
}

/** Paragraphs at a comfortable measure and rhythm. */
export function Prose({ children }: { children: ReactNode }) {
	return <div className="max-w-measure space-y-4">{children}</div>;
}
