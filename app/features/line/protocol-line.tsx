import { classNames } from "#app/ui/class-names.ts";
import type { Drawing } from "#protocols/compiler/drawing.ts";
import { layoutLine } from "#protocols/compiler/layout.ts";
import { Line } from "./line.tsx";
import { LineLegend } from "./line-legend.tsx";
import type { DrawnState } from "./station-state.ts";

type Props = {
	drawing: Drawing;
	/** What the two drawings are, for those who listen. */
	labels: { course: string; interruptions: string };
	states?: Readonly<Record<string, DrawnState>>;
	hrefOf?: (stationId: string) => string;
};

/** Wider than the text where the screen allows it, and a page of its own on paper. */
const wide =
	"relative left-1/2 hidden w-[min(calc(100vw-4rem),86rem)] -translate-x-1/2 xl:block print:static print:block print:w-full print:translate-x-0";
const sheet = "mx-auto print:h-auto print:max-h-[86vh] print:w-full";

/** A whole protocol as drawings: across on a desk and on paper, down on a phone. */
export function ProtocolLine({ drawing, labels, ...line }: Props) {
	const course = layoutLine(drawing, { part: "course" });
	const beside = layoutLine(drawing, { part: "interruptions", maxWidth: course.width });
	const down = layoutLine(drawing, { orientation: "vertical" });
	return (
		<>
			<div className={wide}>
				<Line geometry={course} label={labels.course} className={sheet} {...line} />
			</div>
			{drawing.interruptions.length > 0 ? (
				<div className={classNames(wide, "mt-6 print:mt-0 print:break-before-page")}>
					<Line geometry={beside} label={labels.interruptions} className={sheet} {...line} />
				</div>
			) : null}
			<div className="xl:hidden print:hidden">
				<Line geometry={down} label={labels.course} {...line} />
			</div>
			<LineLegend />
		</>
	);
}
