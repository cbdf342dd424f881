import "#app/locales/needed/studio.ts";
import { Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { useEditing } from "./editing.ts";
import { partAnchor } from "./part-anchor.ts";
import type { OutlineEntry, OutlineView } from "./present-outline.ts";
import { toPart } from "./use-opened-part.ts";
import { useOutlineKeys } from "./use-outline-keys.ts";

/** The whole protocol as a list of parts to open: the complete way to work without the drawing. */
export function DraftOutline({ outline }: { outline: OutlineView }) {
	const t = useT("studio");
	const keys = useOutlineKeys();
	return (
		<nav aria-label={t("editor.outlineLabel")} id="outline" tabIndex={-1} {...keys}>
			<ul>
				<li>
					<EntryLink entry={{ part: "protocol", title: t("editor.protocol"), missing: 0 }} />
				</li>
				{outline.phases.map((entry) => (
					<Entry key={entry.part} entry={entry} depth={0} />
				))}
			</ul>
			<h3 className="mt-4 mb-1 text-small font-semibold text-ink-soft">{t("editor.anyTime")}</h3>
			{outline.interruptions.length > 0 ? (
				<ul>
					{outline.interruptions.map((entry) => (
						<Entry key={entry.part} entry={entry} depth={0} />
					))}
				</ul>
			) : (
				<p className="text-small text-ink-soft">{t("editor.noInterruption")}</p>
			)}
			<h3 className="mt-4 mb-1 text-small font-semibold text-ink-soft">{t("editor.roles")}</h3>
			<ul>
				{outline.roles.map((entry) => (
					<Entry key={entry.part} entry={entry} depth={1} />
				))}
			</ul>
		</nav>
	);
}

const rails = {
	identification: "phase-identification border-l-4",
	orientation: "phase-orientation border-l-4",
	accompaniment: "phase-accompaniment border-l-[5px]",
} as const;

function Entry({ entry, depth }: { entry: OutlineEntry; depth: number }) {
	const { inside, phase } = entry;
	return (
		<li className={depth === 0 ? "mt-3" : undefined}>
			<EntryLink entry={entry} strong={depth === 0} />
			{inside && inside.length > 0 ? (
				<ul
					className={classNames(
						"ml-1 pl-2",
						phase && depth === 0 ? rails[phase] : "border-l border-rule",
					)}
				>
					{inside.map((below) => (
						<Entry key={below.part} entry={below} depth={depth + 1} />
					))}
				</ul>
			) : null}
		</li>
	);
}

function EntryLink({ entry, strong }: { entry: OutlineEntry; strong?: boolean }) {
	const t = useT("studio");
	const { part: open, address } = useEditing();
	const { part, title, number, letter, missing } = entry;
	return (
		<Link
			to={`${address(part)}#${partAnchor}`}
			preventScrollReset
			onClick={part === open ? toPart : undefined}
			aria-current={part === open ? "true" : undefined}
			data-part={part}
			data-title={title}
			data-number={number}
			className={classNames(
				"flex min-h-11 items-center gap-2 rounded-small px-2 py-1 text-small leading-snug hover:bg-sunken",
				"aria-[current=true]:bg-tint aria-[current=true]:font-semibold aria-[current=true]:shadow-[inset_3px_0_0_var(--ink)]",
				"forced-colors:aria-[current=true]:underline",
				strong && "font-semibold",
			)}
		>
			{number === undefined ? null : (
				<span className="w-5 shrink-0 text-right text-ink-soft tabular-nums">{number}</span>
			)}
			{letter ? (
				<span className="grid size-6 shrink-0 place-content-center rounded-small bg-ink text-small text-on-ink">
					{letter}
				</span>
			) : null}
			<span className="min-w-0 grow">
				{title}
				{missing > 0 ? (
					<span className="block font-normal text-late">
						{t("editor.missing", { count: missing })}
					</span>
				) : null}
			</span>
		</Link>
	);
}
