import "#app/locales/needed/line.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { chipMarks } from "./line-chip.tsx";
import { StationShape, type StepKind } from "./station-shape.tsx";

const kinds: StepKind[] = ["action", "decision", "handoff", "review", "closure"];
const chips = ["to", "again", "opens", "end"] as const;

/** What the shapes and signs of a drawn line mean. Printed open. */
export function LineLegend() {
	const t = useT("line");
	return (
		<Details summary={t("legend")} className="mt-4">
			<ul className="grid max-w-page gap-x-8 gap-y-2 text-small sm:grid-cols-2 lg:grid-cols-3">
				{kinds.map((kind) => (
					<Entry key={kind} sign={<KindSign kind={kind} />}>
						{t(`kinds.${kind}`)}
					</Entry>
				))}
				{chips.map((kind) => (
					<Entry key={kind} sign={<ChipSign kind={kind} />}>
						{t(`chips.${kind}`)}
					</Entry>
				))}
				<Entry sign={<BesideSign />}>{t("beside")}</Entry>
			</ul>
		</Details>
	);
}

function Entry({ sign, children }: { sign: ReactNode; children: ReactNode }) {
	return (
		<li className="flex items-start gap-3">
			<svg viewBox="-22 -18 44 36" aria-hidden="true" className="h-7 w-9 shrink-0" fill="none">
				{sign}
			</svg>
			<span className="pt-0.5">{children}</span>
		</li>
	);
}

/** The outline of a kind of step, with its inner ring where it has one. */
export function KindSign({ kind }: { kind: StepKind }) {
	return (
		<>
			<StationShape kind={kind} strokeWidth={3} className="fill-surface stroke-current" />
			{kind === "review" ? (
				<StationShape kind={kind} grow={-4} strokeWidth={1.2} className="stroke-current" />
			) : null}
		</>
	);
}

function ChipSign({ kind }: { kind: (typeof chips)[number] }) {
	return (
		<g transform="scale(1.5) translate(-9 -8.5)">
			<rect y={0.5} width={18} height={16} rx={8} className="fill-paper stroke-border" />
			<path
				d={chipMarks[kind]}
				strokeWidth={1.4}
				strokeLinecap="round"
				strokeLinejoin="round"
				className="stroke-current"
			/>
		</g>
	);
}

function BesideSign() {
	return (
		<>
			<path
				d="M-20,0h40"
				strokeWidth={2.5}
				strokeLinecap="round"
				strokeDasharray="0 7"
				className="stroke-current"
			/>
			<path
				d="M-4,-8v16M4,-8v16"
				strokeWidth={3.5}
				strokeLinecap="round"
				className="stroke-current"
			/>
		</>
	);
}
