import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { LinePaths } from "./line-paths.tsx";
import { LineStation } from "./line-station.tsx";
import { fillOf, strokeOf } from "./line-style.ts";
import type { OpenStation, SituationLine } from "./situation-line.ts";
import { layoutSmall, type PhaseNode, type SmallGeometry } from "./small-layout.ts";

type Props = {
	line: SituationLine;
	/** Where an open step leads. */
	hrefOf?: (stepId: string) => string;
};

/** Where a situation stands: its phases, its open steps, its running interruptions. With a twin in words. */
export function SmallLine({ line, hrefOf }: Props) {
	const t = useT("line");
	const under = ({ track, role, state }: OpenStation) =>
		[track ?? role, t(`states.${state}`)].join(" · ");
	const geometry = layoutSmall(line, under);
	const { width, height, nodes, paths, stations, names } = geometry;
	const open = [...line.open, ...line.interruptions.flatMap((beside) => beside.open)];
	const stateOf = new Map(open.map(({ id, state }) => [id, state]));
	return (
		<div>
			<svg
				viewBox={`0 0 ${width} ${height}`}
				width={width}
				height={height}
				role="group"
				aria-label={t("situation.label")}
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
						href={hrefOf?.(station.id)}
					/>
				))}
			</svg>
		</div>
	);
}

function Phase({ node }: { node: PhaseNode }) {
	const t = useT("line");
	const { id, title, state, x, y, anchor } = node;
	const belongs = { phase: id };
	const words = {
		done: "situation.phaseDone",
		here: "situation.phaseHere",
		ahead: "situation.phaseAhead",
	} as const;
	return (
		<g>
			<text
				x={anchor === "middle" ? x : anchor === "start" ? 2 : x + 10}
				y={15}
				textAnchor={anchor}
				className={classNames(
					"fill-ink text-[14px]",
					state === "here" && "font-bold",
					state === "ahead" && "fill-ink-soft",
				)}
			>
				{title}
				<title>{`${title}, ${t(words[state])}`}</title>
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
