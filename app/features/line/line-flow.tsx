import "@xyflow/react/dist/base.css";
import { Link } from "@remix-run/react";
import { type Node, type NodeProps, ReactFlow, ViewportPortal } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import type { DrawnStation, LineGeometry, Orientation } from "#protocols/compiler/layout.ts";
import { LinePaths } from "./line-paths.tsx";
import { LineStation } from "./line-station.tsx";
import { LineText } from "./line-text.tsx";
import { boxOf } from "./station-box.ts";

type StationData = { station: DrawnStation; orientation: Orientation; to: string; here: boolean };
type StationNode = Node<StationData, "station">;

export type LineFlowProps = {
	geometry: LineGeometry;
	/** What the drawing is, for those who listen. */
	label: string;
	/** Where a station leads. */
	hrefOf: (stationId: string) => string;
	/** The station that is open. */
	open: string | undefined;
};

/**
 * The line as a drawing to work on. The places come from the server's own layout, and nothing of
 * it moves by itself: it scrolls with its frame, and looks as it did before it woke up.
 */
export function LineFlow({ geometry, label, hrefOf, open }: LineFlowProps) {
	const { width, height } = geometry;
	const box = useRef<HTMLElement>(null);
	const nodes = useMemo(() => nodesOf(geometry, hrefOf, open), [geometry, hrefOf, open]);
	useEffect(() => {
		// React Flow calls itself an application, which would take the keys of a screen reader away.
		box.current?.querySelector('[role="application"]')?.setAttribute("role", "group");
	}, []);
	useEffect(() => {
		const station = open && box.current?.querySelector(`[data-station="${open}"]`);
		const frame = box.current?.parentElement;
		if (station && frame) bringInto(frame, station);
	}, [open]);
	return (
		<section ref={box} aria-label={label} className="mx-auto" style={{ width, height }}>
			<ReactFlow
				nodes={nodes}
				edges={[]}
				nodeTypes={nodeTypes}
				defaultViewport={{ x: 0, y: 0, zoom: 1 }}
				minZoom={1}
				maxZoom={1}
				panOnDrag={false}
				zoomOnScroll={false}
				zoomOnPinch={false}
				zoomOnDoubleClick={false}
				preventScrolling={false}
				nodesDraggable={false}
				nodesConnectable={false}
				nodesFocusable={false}
				elementsSelectable={false}
				disableKeyboardA11y
				proOptions={{ hideAttribution: true }}
			>
				<ViewportPortal>
					<Ground geometry={geometry} />
				</ViewportPortal>
			</ReactFlow>
		</section>
	);
}

/** What lies under the stations: the ways, the names of phases, tracks and interruptions. */
function Ground({ geometry }: { geometry: LineGeometry }) {
	const { width, height, panels, paths, texts, orientation } = geometry;
	return (
		<svg
			width={width}
			height={height}
			viewBox={`0 0 ${width} ${height}`}
			aria-hidden="true"
			className="pointer-events-none absolute top-0 left-0 -z-10 font-sans"
		>
			{panels.map(({ id, ...box }) => (
				<rect key={id} {...box} rx={12} strokeWidth={1} className="fill-surface stroke-rule" />
			))}
			<LinePaths paths={paths} />
			{texts.map((text) => (
				<LineText key={text.id} text={text} orientation={orientation} />
			))}
		</svg>
	);
}

function Station({ data: { station, orientation, to, here } }: NodeProps<StationNode>) {
	const { x, y, width, height } = boxOf(station, orientation);
	return (
		<Link
			to={to}
			preventScrollReset
			draggable={false}
			data-part={`step:${station.id}`}
			data-station={station.id}
			aria-current={here ? "true" : undefined}
			aria-label={[`${station.number}. ${station.title.join(" ")}`, ...station.small].join(", ")}
			className="block rounded-small hover:[&_text]:underline aria-[current=true]:[&_text]:underline"
		>
			<svg
				width={width}
				height={height}
				viewBox={`${x} ${y} ${width} ${height}`}
				aria-hidden="true"
				className="block overflow-visible font-sans"
			>
				<LineStation
					station={station}
					orientation={orientation}
					state={here ? "here" : undefined}
				/>
			</svg>
		</Link>
	);
}

const nodeTypes = { station: Station };

function nodesOf(
	{ stations, order, orientation }: LineGeometry,
	hrefOf: LineFlowProps["hrefOf"],
	open: string | undefined,
): StationNode[] {
	const known = new Map(stations.map((station) => [station.id, station]));
	return order.flatMap((id) => {
		const station = known.get(id);
		if (!station) return [];
		const { x, y, width, height } = boxOf(station, orientation);
		return [
			{
				...{ id, type: "station" as const, position: { x, y }, width, height },
				data: { station, orientation, to: hrefOf(id), here: id === open },
			},
		];
	});
}

/** Scrolls a frame as little as it takes, and nothing around it. */
function bringInto(frame: Element, station: Element): void {
	const [inside, around] = [station.getBoundingClientRect(), frame.getBoundingClientRect()];
	if (inside.top < around.top || inside.bottom > around.bottom) {
		frame.scrollTop += inside.top - around.top - around.height / 3;
	}
	if (inside.left < around.left || inside.right > around.right) {
		frame.scrollLeft += inside.left - around.left - around.width / 3;
	}
}
