import type { ReactNode } from "react";
import { classNames } from "#app/ui/class-names.ts";
import type { DrawnStation, Orientation } from "#protocols/compiler/layout.ts";
import { LineChip } from "./line-chip.tsx";
import { fillOf, strokeOf, textLooks } from "./line-style.ts";
import { StationShape } from "./station-shape.tsx";
import type { DrawnState } from "./station-state.ts";

type Props = {
	station: DrawnStation;
	orientation: Orientation;
	state?: DrawnState;
	href?: string;
};

/** A step on the line: its shape, its number or state, its words, where else it leads. */
export function LineStation({ station, orientation, state, href }: Props) {
	const content = (
		<>
			<Sign station={station} orientation={orientation} state={state} />
			<Words station={station} orientation={orientation} />
		</>
	);
	return (
		<g>
			{href ? <Linked href={href}>{content}</Linked> : content}
			{station.chips.map((chip) => (
				<LineChip key={`${chip.kind} ${chip.text}`} chip={chip} />
			))}
		</g>
	);
}

function Linked({ href, children }: { href: string; children: ReactNode }) {
	return (
		<a href={href} className="hover:[&_text]:underline">
			{children}
		</a>
	);
}

/** Where one stands, and what is otherwise than in another version. */
const ringed: ReadonlySet<DrawnState> = new Set(["here", "late", "changed"]);

function Sign({ station, orientation, state }: Omit<Props, "href">) {
	const { kind, x, y, number } = station;
	const stroke = strokeOf(station);
	const filled = state === "done";
	return (
		<g
			transform={`translate(${x} ${y})${orientation === "vertical" ? " scale(0.88)" : ""}`}
			fill="none"
		>
			{state && ringed.has(state) ? (
				<StationShape kind={kind} grow={5.5} strokeWidth={3} className="fill-paper stroke-ink" />
			) : null}
			<StationShape
				kind={kind}
				strokeWidth={3}
				className={classNames(stroke, filled ? fillOf(station) : "fill-surface")}
			/>
			{kind === "review" ? (
				<StationShape kind={kind} grow={-3.6} strokeWidth={1} className={stroke} />
			) : null}
			<StateMark state={state}>{number}</StateMark>
		</g>
	);
}

function StateMark({ state, children }: { state?: DrawnState; children: number }) {
	if (state === "paused") {
		return <path d="M-3.2,-6v12M3.2,-6v12" strokeWidth={3} className="stroke-ink" />;
	}
	if (state === "late") {
		return (
			<path d="M0,-7V0.5L5,3.5" strokeWidth={2.4} strokeLinecap="round" className="stroke-late" />
		);
	}
	return (
		<text
			y={4.5}
			textAnchor="middle"
			className={classNames(
				"text-[12.5px] font-bold tabular-nums",
				state === "done" ? "fill-paper" : "fill-ink",
			)}
		>
			{children}
		</text>
	);
}

function Words({ station, orientation }: Pick<Props, "station" | "orientation">) {
	const { label, title, small } = station;
	const looks = textLooks[orientation];
	const under = label.y + title.length * looks.title.leading;
	return (
		<text
			textAnchor={label.anchor}
			className={classNames("fill-ink font-semibold", looks.title.className)}
		>
			{title.map((line, index) => (
				<tspan key={line} x={label.x} y={label.y + index * looks.title.leading}>
					{`${line} `}
				</tspan>
			))}
			{small.map((line, index) => (
				<tspan
					key={line}
					x={label.x}
					y={under + index * looks.small.leading - 1}
					className={classNames("fill-ink-soft font-normal", looks.small.className)}
				>
					{`${line} `}
				</tspan>
			))}
		</text>
	);
}
