import { classNames } from "#app/ui/class-names.ts";
import type { LineGeometry } from "#protocols/compiler/layout.ts";
import { LinePaths } from "./line-paths.tsx";
import { LineStation } from "./line-station.tsx";
import { LineText } from "./line-text.tsx";
import type { DrawnState } from "./station-state.ts";

type Props = {
	geometry: LineGeometry;
	/** What the drawing is, for those who listen. Its outline says the rest in words. */
	label: string;
	states?: Readonly<Record<string, DrawnState>>;
	/** Where a station leads; without it the drawing is one picture. */
	hrefOf?: (stationId: string) => string;
	/** Where it begins, for a stretch that is printed on a sheet of its own. */
	top?: number;
	className?: string;
};

/** A protocol as a transit line, drawn on the server: text in reading order, no script needed. */
export function Line({ geometry, label, states, hrefOf, top = 0, className }: Props) {
	const { orientation, width, height, panels, paths, texts, stations, order } = geometry;
	const textOf = new Map(texts.map((text) => [text.id, text]));
	const stationOf = new Map(stations.map((station) => [station.id, station]));
	return (
		<svg
			viewBox={`0 ${top} ${width} ${height}`}
			width={width}
			height={height}
			role={hrefOf ? "group" : "img"}
			aria-label={label}
			className={classNames("h-auto max-w-full font-sans", className)}
		>
			{panels.map(({ id, ...box }) => (
				<rect key={id} {...box} rx={12} strokeWidth={1} className="fill-surface stroke-rule" />
			))}
			<LinePaths paths={paths} />
			{order.map((id) => {
				const text = textOf.get(id);
				if (text) return <LineText key={id} text={text} orientation={orientation} />;
				const station = stationOf.get(id);
				if (!station) return null;
				return (
					<LineStation
						key={id}
						station={station}
						orientation={orientation}
						state={states?.[id]}
						href={hrefOf?.(id)}
					/>
				);
			})}
		</svg>
	);
}
