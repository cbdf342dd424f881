import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import type { SituationView } from "./present-situation.ts";

type Props = Pick<SituationView, "path" | "phase" | "closed" | "running">;

const looks = {
	identification: "text-identification",
	orientation: "text-orientation",
	accompaniment: "text-accompaniment",
} as const;

const dashes = { identification: undefined, orientation: "7 5", accompaniment: undefined } as const;

/** The line in small: three phases, what is behind us, where we stand, a loop for what interrupts. */
export function PathStrip({ path, phase, closed, running }: Props) {
	const t = useT("situations");
	const here = closed ? path.length : path.findIndex((stop) => stop.phase === phase);
	return (
		<section aria-label={t("path.label")} className="max-w-measure">
			<ol className="grid grid-cols-3">
				{path.map(({ phase: id, title, crossed }, place) => {
					const state = place < here ? "done" : place === here ? "here" : "ahead";
					return (
						<li key={id} className="min-w-0">
							<Segment phase={id} state={state} crossed={crossed} />
							<p
								className={classNames(
									"pr-2 text-small leading-tight",
									state === "here" ? "font-semibold" : "text-ink-soft",
								)}
							>
								{title}
								<span className="block font-normal text-ink-soft">{t(`path.${state}`)}</span>
							</p>
						</li>
					);
				})}
			</ol>
			{running.map(({ id, title, pauses }) => (
				<p key={id} className="mt-3 flex items-start gap-2.5">
					<Loop paused={pauses} />
					<span>
						<strong className="font-semibold">{title}</strong>
						<span className="text-ink-soft">, {pauses ? t("path.paused") : t("path.runs")}</span>
					</span>
				</p>
			))}
		</section>
	);
}

type SegmentProps = {
	phase: keyof typeof looks;
	state: "done" | "here" | "ahead";
	crossed: number;
};

/** Stations that fit on a segment. */
const mostDots = 4;

function Segment({ phase, state, crossed }: SegmentProps) {
	const dots = Math.min(mostDots, Math.max(crossed, state === "ahead" ? 0 : 0));
	const places = [...Array(dots + (state === "done" ? 0 : 1)).keys()];
	const step = 22;
	return (
		<svg
			viewBox="0 0 120 28"
			preserveAspectRatio="xMinYMid meet"
			aria-hidden="true"
			focusable="false"
			className={classNames("block h-7 w-full overflow-visible", looks[phase])}
		>
			<path
				d={`M4 14H${state === "ahead" ? 240 : 400}`}
				stroke="currentColor"
				strokeWidth="5"
				strokeDasharray={state === "ahead" ? "2 7" : dashes[phase]}
				fill="none"
				clipPath="inset(0)"
			/>
			{places.map((place) => (
				<Station
					key={place}
					x={10 + place * step}
					kind={place < dots ? "done" : state === "here" ? "here" : "ahead"}
				/>
			))}
		</svg>
	);
}

function Station({ x, kind }: { x: number; kind: "done" | "here" | "ahead" }) {
	if (kind === "done") return <circle cx={x} cy={14} r={7} fill="currentColor" />;
	if (kind === "ahead") {
		return (
			<circle cx={x} cy={14} r={6} className="fill-paper" stroke="currentColor" strokeWidth={3} />
		);
	}
	return (
		<>
			<circle cx={x} cy={14} r={10} className="fill-paper" stroke="currentColor" strokeWidth={4} />
			<circle cx={x} cy={14} r={4} fill="currentColor" />
		</>
	);
}

/** The side loop of an interruption; two bars where it pauses the others. */
function Loop({ paused }: { paused: boolean }) {
	return (
		<svg
			viewBox="0 0 24 24"
			aria-hidden="true"
			focusable="false"
			className="mt-0.5 size-6 shrink-0 fill-none stroke-current"
		>
			<path d="M3 2v9a6 6 0 0 0 6 6h4" strokeWidth="3" strokeDasharray="4 3" />
			{paused ? (
				<path d="M16 12.5v9M21 12.5v9" strokeWidth="3" />
			) : (
				<circle cx="18" cy="17" r="4" strokeWidth="3" />
			)}
		</svg>
	);
}
