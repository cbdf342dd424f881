import type { DrawnPath } from "#protocols/compiler/layout.ts";
import { patternOf, strokeOf } from "./line-style.ts";

const widths = {
	line: 7,
	link: 7,
	thin: 3,
	siding: 3,
	jump: 1.5,
	arrow: 1.75,
	beside: 2.5,
	pause: 3.5,
};

/** The ways between stations: wide ones first, thin ones over them. */
export function LinePaths({ paths }: { paths: DrawnPath[] }) {
	const wide = paths.filter(({ kind }) => kind === "line" || kind === "link");
	const thin = paths.filter(({ kind }) => kind !== "line" && kind !== "link");
	return (
		<g fill="none" strokeLinejoin="round">
			{wide.map((path) => (
				<Wide key={path.id} path={path} />
			))}
			{thin.map((path) => (
				<path
					key={path.id}
					d={path.d}
					strokeWidth={widths[path.kind]}
					strokeLinecap="round"
					strokeDasharray={path.kind === "beside" ? "0 7" : undefined}
					className={strokeOf(path)}
				/>
			))}
		</g>
	);
}

function Wide({ path }: { path: DrawnPath }) {
	const pattern = patternOf(path);
	const width = path.interruption ? 5 : widths[path.kind];
	const dashes = pattern === "dashed" ? "12 4" : undefined;
	return (
		<>
			<path d={path.d} strokeWidth={width} strokeDasharray={dashes} className={strokeOf(path)} />
			{pattern === "double" ? (
				<path d={path.d} strokeWidth={2.4} className="stroke-surface" />
			) : null}
		</>
	);
}
