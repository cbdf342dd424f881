import "#app/locales/needed/line.ts";
import "#app/locales/needed/protocols.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import type { Outline, OutlineStep } from "#protocols/compiler/outline.ts";
import { labelOfRole } from "#protocols/compiler/outline-walk.ts";
import { anchorOf, linkTo } from "./anchors.ts";
import { HandoffTerms } from "./handoff-terms.tsx";
import { QuestionList } from "./question-list.tsx";
import type { ProtocolReading, QuestionWords } from "./reading.ts";

/** What a step needs to name what is around it. */
export type StepSurroundings = { outline: Outline; questions: ProtocolReading["questions"] };

type Props = StepSurroundings & { step: OutlineStep; level: 3 | 4 };

/** One step in words: who, within how long, how, what is asked, and where each answer leads. */
export function OutlineStepCard({ step, level, outline, questions }: Props) {
	const t = useT("protocols");
	const Title = `h${level}` as const;
	const asked = step.questions.flatMap((code) => questions[code] ?? []);
	return (
		<article
			id={anchorOf(step.id)}
			aria-labelledby={`title-${step.id}`}
			className="grid scroll-mt-24 gap-x-12 gap-y-3 target:bg-tint target:outline-8 target:outline-tint lg:grid-cols-[minmax(0,36rem)_minmax(16rem,1fr)] print:grid-cols-[5fr_4fr] print:break-inside-avoid print:gap-x-5 print:gap-y-1"
		>
			<div className="min-w-0">
				<Title id={`title-${step.id}`} className="text-title-3 font-semibold print:text-[11.5pt]">
					<span className="sr-only">{t("outline.step", { number: "" })}</span>
					<span className="mr-2 tabular-nums">{step.number}.</span>
					{step.title}
				</Title>
				<Facts step={step} outline={outline} />
				<p className="mt-3 max-w-measure">{step.guidance}</p>
				{asked.length > 0 ? <Questions asked={asked} /> : null}
			</div>
			<div className="min-w-0 space-y-4">
				{step.handoff ? <HandoffTerms terms={step.handoff} outline={outline} /> : null}
				<Outcomes step={step} />
			</div>
		</article>
	);
}

function Facts({ step, outline }: Pick<Props, "step" | "outline">) {
	const t = useT("protocols");
	const line = useT("line");
	const label = (id: string) => labelOfRole(outline, id);
	return (
		<dl className="mt-1 text-ink-soft">
			<Fact term={t("outline.role")}>
				<b className="text-ink">{label(step.role)}</b> · {line(`kinds.${step.kind}`)}
			</Fact>
			<Fact term={t("outline.delay")}>
				<span className="text-ink">{step.delayBasis}</span>
			</Fact>
			{step.participants.length > 0 ? (
				<Fact term={t("outline.participants")}>{step.participants.map(label).join(", ")}</Fact>
			) : null}
			{step.rounds ? <Fact term={t("outline.rounds")}>{step.rounds}</Fact> : null}
		</dl>
	);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
	const t = useT("protocols");
	return (
		<div>
			<dt className="inline">{term + t("colon")}</dt>
			<dd className="inline">{children}</dd>
		</div>
	);
}

/** On paper the answers stand once, at the end. */
function Questions({ asked }: { asked: QuestionWords[] }) {
	const t = useT("protocols");
	const names = t("outline.questions") + t("colon") + asked.map(({ label }) => label).join(", ");
	return (
		<>
			<p className="mt-2 hidden print:block">{names}</p>
			<Details summary={names} className="mt-1 print:hidden">
				<QuestionList questions={asked} />
			</Details>
		</>
	);
}

function Outcomes({ step }: Pick<Props, "step">) {
	const t = useT("protocols");
	const title = step.kind === "handoff" ? "outline.outcomesHandoff" : "outline.outcomes";
	return (
		<div>
			<p className="text-ink-soft">{t(title)}</p>
			<ul className="mt-1 space-y-1.5">
				{step.outcomes.map(({ code, label, condition, leads, to, raises }) => (
					<li key={code} className="border-rule border-t pt-1.5">
						<span className="font-semibold">{label}</span>
						{condition ? <span className="text-ink-soft"> ({condition})</span> : null}
						<span aria-hidden="true">{" → "}</span>
						<Place to={to}>{leads}</Place>
						{raises ? (
							<span className="block">
								<span aria-hidden="true">△ </span>
								<Place to={raises.id}>{raises.words}</Place>
							</span>
						) : null}
					</li>
				))}
			</ul>
		</div>
	);
}

function Place({ to, children }: { to?: string; children: ReactNode }) {
	if (!to) return children;
	return (
		<a href={linkTo(to)} className="text-link underline underline-offset-4">
			{children}
		</a>
	);
}
