import type { DrawnChip } from "#protocols/compiler/layout.ts";

/** The marks of the small signs under a station, in a box of 17. */
export const chipMarks = {
	to: "M4,8.5h8m-3,-3 3,3 -3,3",
	again: "M11.6,10.6a4,4 0 1 1 0,-4.2m.3,-2.6v2.9h-2.9",
	opens: "M8,3.8l4.6,8h-9.2zM8,7v2.1",
	end: "M3.5,8.5h8M12,5v7",
} as const;

/** A small sign under a station: where else it may lead. */
export function LineChip({ chip: { kind, text, x, y, width } }: { chip: DrawnChip }) {
	return (
		<g transform={`translate(${x} ${y})`}>
			<rect
				y={0.5}
				width={width}
				height={16}
				rx={8}
				strokeWidth={1}
				className="fill-paper stroke-border"
			/>
			<path
				d={chipMarks[kind]}
				fill="none"
				strokeWidth={1.4}
				strokeLinecap="round"
				strokeLinejoin="round"
				className="stroke-ink"
			/>
			{text === "" ? null : (
				<text x={16} y={12.5} className="fill-ink text-[11px] font-semibold tabular-nums">
					{text}
				</text>
			)}
		</g>
	);
}
