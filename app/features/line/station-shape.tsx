import type { DrawnStation } from "#protocols/compiler/layout.ts";

export type StepKind = DrawnStation["kind"];

type Props = { kind: StepKind; grow?: number; className?: string; strokeWidth?: number };

/** The outline of a station around its own origin: one shape for each kind of step. */
export function StationShape({ kind, grow = 0, ...look }: Props) {
	const radius = 12.5 + grow;
	switch (kind) {
		case "decision": {
			const half = 16 + grow * 1.3;
			return (
				<path d={`M0,${-half}L${half},0L0,${half}L${-half},0Z`} strokeLinejoin="round" {...look} />
			);
		}
		case "handoff": {
			const [width, height] = [36 + 2 * grow, 23 + 2 * grow];
			return (
				<rect
					x={-width / 2}
					y={-height / 2}
					width={width}
					height={height}
					rx={height / 2}
					{...look}
				/>
			);
		}
		case "closure": {
			const side = 23 + 2 * grow;
			return <rect x={-side / 2} y={-side / 2} width={side} height={side} rx={3} {...look} />;
		}
		case "review":
		case "action":
			return <circle r={radius} {...look} />;
	}
}
