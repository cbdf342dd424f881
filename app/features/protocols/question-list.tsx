import "#app/locales/needed/protocols.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Heading } from "#app/ui/heading.tsx";
import type { ProtocolReading, QuestionWords } from "./reading.ts";

/** Closed questions with their answers. */
export function QuestionList({ questions }: { questions: QuestionWords[] }) {
	const t = useT("protocols");
	return (
		<dl className="space-y-2 text-small print:text-[9.5pt]">
			{questions.map(({ label, most, answers }) => (
				<div key={label}>
					<dt className="font-semibold">
						{label}
						{most > 1 ? (
							<span className="font-normal text-ink-soft">
								{" "}
								({t("outline.most", { count: most })})
							</span>
						) : null}
					</dt>
					<dd>{answers.join(" · ")}</dd>
				</div>
			))}
		</dl>
	);
}

/** Every question once, for the printed booklet: on a screen they stand at their steps. */
export function PrintedQuestions({ questions }: Pick<ProtocolReading, "questions">) {
	const t = useT("protocols");
	const all = Object.values(questions).flatMap((question) => question ?? []);
	if (all.length === 0) return null;
	return (
		<section className="hidden print:block print:break-before-page">
			<Heading level={2} className="mb-4">
				{t("outline.allQuestions")}
			</Heading>
			<QuestionList questions={all} />
		</section>
	);
}
