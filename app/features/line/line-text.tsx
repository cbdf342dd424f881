import type { DrawnText, Orientation } from "#protocols/compiler/layout.ts";
import { textLooks } from "./line-style.ts";

type Props = { text: DrawnText; orientation: Orientation };

/** The name of a phase, a group, a track or an interruption, on the drawing. */
export function LineText({ text, orientation }: Props) {
	const { className, leading } = textLooks[orientation][text.kind];
	const x = text.x + (text.letter ? 30 : 0);
	return (
		<g>
			{text.letter ? (
				<Letter x={text.x} y={text.y}>
					{text.letter}
				</Letter>
			) : null}
			<text className={className}>
				{text.lines.map((line, index) => (
					<tspan key={line} x={x} y={text.y + index * leading}>
						{`${line} `}
					</tspan>
				))}
			</text>
		</g>
	);
}

function Letter({ x, y, children }: { x: number; y: number; children: string }) {
	return (
		<g transform={`translate(${x} ${y - 16})`}>
			<rect width={21} height={21} rx={5} className="fill-ink" />
			<text x={10.5} y={15.5} textAnchor="middle" className="fill-on-ink text-[14px] font-bold">
				{children}
			</text>
		</g>
	);
}
