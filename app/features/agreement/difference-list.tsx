import "#app/locales/needed/changes.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import type { LineView, PartView } from "./present-difference.ts";

/** Everything that is otherwise, part by part: how it was, how it is now. */
export function DifferenceList({ parts }: { parts: readonly PartView[] }) {
	return (
		<ul className="divide-y divide-rule border-y border-rule">
			{parts.map((part) => (
				<li key={part.key} className="py-4 print:break-inside-avoid">
					<PartChange part={part} />
				</li>
			))}
		</ul>
	);
}

/** One part of which something is otherwise. */
export function PartChange({ part }: { part: PartView }) {
	const t = useT("changes");
	const { kind, change, title, summary, lines } = part;
	return (
		<>
			<p className="max-w-measure">
				<ChangeTag change={change}>{t(`change.${change}`)}</ChangeTag>{" "}
				<span className="font-semibold">{title}</span>
				<span className="text-ink-soft"> · {t(`kinds.${kind}`)}</span>
			</p>
			{summary ? <p className="mt-1 max-w-measure text-ink-soft">{summary}</p> : null}
			{lines.length > 0 ? (
				<dl className="mt-2 max-w-measure space-y-3">
					{lines.map((line) => (
						<LineChange key={line.key} line={line} />
					))}
				</dl>
			) : null}
		</>
	);
}

function ChangeTag({ change, children }: { change: PartView["change"]; children: string }) {
	return (
		<span
			className={classNames(
				"rounded-small border px-1.5 py-0.5 text-small",
				change === "removed" ? "border-dashed border-border text-ink-soft" : "border-ink text-ink",
			)}
		>
			{children}
		</span>
	);
}

function LineChange({ line: { label, before, after } }: { line: LineView }) {
	const t = useT("changes");
	return (
		<div>
			<dt className="text-ink-soft">{label}</dt>
			<dd className="break-words text-ink-soft">
				{before === undefined ? t("nothingBefore") : t("before", { words: before })}
			</dd>
			<dd className="break-words font-semibold">
				{after === undefined ? t("nothingAfter") : t("after", { words: after })}
			</dd>
		</div>
	);
}
