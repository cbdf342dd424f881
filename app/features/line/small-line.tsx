import "#app/locales/needed/line.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { LinePaths } from "./line-paths.tsx";
import { LineStation } from "./line-station.tsx";
import { fillOf, strokeOf } from "./line-style.ts";
import type { OpenStation, SituationLine } from "./situation-line.ts";
import { layoutSmall, type PhaseNode, type SmallGeometry } from "./small-layout.ts";

/** Where a situation stands: its phases, its open steps, its running interruptions. With a twin in words. */
export function SmallLine({ line }: { line: SituationLine }) {
	const t = useT("line");
	const under = ({ track, role, state }: OpenStation) =>
		[track ?? role, t(`states.${state}`)].join(" · ");
	const { width, height, nodes, paths, stations, names } = layoutSmall(line, under);
	const open = [...line.open, ...line.interruptions.flatMap((beside) => beside.open)];
	const stateOf = new Map(open.map(({ id, state }) => [id, state]));
	return (
		<>
			<Twin line={line} under={under} />
			<svg
				viewBox={`0 0 ${width} ${height}`}
				width={width}
				height={height}
				aria-hidden="true"
				className="h-auto w-full max-w-[26rem] font-sans"
			>
				<LinePaths paths={paths} />
				{nodes.map((node) => (
					<Phase key={node.id} node={node} />
				))}
				{names.map((name) => (
					<Name key={name.id} {...name} />
				))}
				{stations.map((station) => (
					<LineStation
						key={station.id}
						station={station}
						orientation="vertical"
						state={stateOf.get(station.id)}
					/>
				))}
			</svg>
		</>
	);
}

const phaseWords = {
	done: "situation.phaseDone",
	here: "situation.phaseHere",
	ahead: "situation.phaseAhead",
} as const;

type TwinProps = { line: SituationLine; under: (station: OpenStation) => string };

/** The same in words, for those who listen. */
function Twin({ line, under }: TwinProps) {
	const t = useT("line");
	const openOf = (open: OpenStation[]) =>
		open.map((station) => <li key={station.id}>{`${station.title}, ${under(station)}`}</li>);
	return (
		<ul aria-label={t("situation.label")} className="sr-only">
			{line.phases.map(({ id, title, state }) => (
				<li key={id}>
					{`${title}, ${t(phaseWords[state])}`}
					{state === "here" ? <ul>{openOf(line.open)}</ul> : null}
				</li>
			))}
			{line.interruptions.map(({ id, title, open }) => (
				<li key={id}>
					{`${t("situation.beside")}, ${title}`}
					<ul>{openOf(open)}</ul>
				</li>
			))}
		</ul>
	);
}

function Phase({ node: { id, title, state, x, y, anchor } }: { node: PhaseNode }) {
	const belongs = { phase: id };
	const left = { start: 2, middle: x, end: x + 10 };
	return (
		<g>
			<text
				x={left[anchor]}
				y={15}
				textAnchor={anchor}
				className={classNames(
					"fill-ink text-[14px]",
					state === "here" && "font-bold",
					state === "ahead" && "fill-ink-soft",
				)}
			>
				{title}
			</text>
			{state === "here" ? (
				<circle cx={x} cy={y} r={10.5} strokeWidth={2.5} className="fill-paper stroke-ink" />
			) : null}
			<circle
				cx={x}
				cy={y}
				r={6}
				strokeWidth={2.5}
				className={classNames(
					strokeOf(belongs),
					state === "ahead" ? "fill-paper" : fillOf(belongs),
				)}
			/>
		</g>
	);
}

function Name({ letter, title, x, y }: SmallGeometry["names"][number]) {
	return (
		<g>
			<rect x={x} y={y - 16} width={21} height={21} rx={5} className="fill-ink" />
			<text
				x={x + 10.5}
				y={y - 0.5}
				textAnchor="middle"
				className="fill-on-ink text-[14px] font-bold"
			>
				{letter}
			</text>
			<text x={x + 30} y={y} className="fill-ink text-[15px] font-bold">
				{title}
			</text>
		</g>
	);
}
