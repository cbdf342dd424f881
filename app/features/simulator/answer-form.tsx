import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { PlayForm } from "./play-form.tsx";
import type { AnswerForm as AnswerView, QuestionView } from "./present-acts.ts";

/** One step to answer: its questions hold plausible answers, each open outcome is a button. */
export function AnswerForm({ answer, seen }: { answer: AnswerView; seen: number }) {
	const t = useT("simulator");
	const { step, title, questions, outcomes } = answer;
	return (
		<PlayForm intent="answer" seen={seen} values={{ step }}>
			<h4 className="mb-2 font-semibold">{t("acts.answer", { title })}</h4>
			{questions.length > 0 ? (
				<Details summary={t("acts.answers")}>
					{questions.map((question) => (
						<Question key={question.name} {...{ question, step }} />
					))}
				</Details>
			) : null}
			<ul aria-label={t("acts.outcomes")} className="space-y-2">
				{outcomes.map(({ code, words, needs }) => (
					<li key={code}>
						<Button kind="secondary" name="outcome" value={code}>
							{words}
						</Button>
						{needs ? (
							<span className="block text-small text-ink-soft">
								{t("acts.needs", { field: needs.field, answers: needs.answers.join(t("acts.or")) })}
							</span>
						) : null}
					</li>
				))}
			</ul>
		</PlayForm>
	);
}

function Question({ question, step }: { question: QuestionView; step: string }) {
	const { name, label, most, choices, held } = question;
	const field = { name, label, choices, id: `${step}-${name}` };
	return most > 1 ? (
		<CheckboxGroup {...field} most={most} defaultValue={held} />
	) : (
		<SelectField {...field} defaultValue={held[0]} />
	);
}
