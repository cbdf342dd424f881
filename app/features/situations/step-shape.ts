import type { OutcomeView, Question } from "./present-step.ts";
import type { StepShape } from "./step-form.schema.ts";

/** What the form of a page takes: its questions, the outcomes that are possible, those that close. */
export function stepShapeOf(view: { questions: Question[]; outcomes: OutcomeView[] }): StepShape {
	return {
		questions: view.questions.map(({ name }) => name),
		outcomes: view.outcomes.map(({ code }) => code),
		closing: view.outcomes.filter(({ leads }) => leads.at === "closed").map(({ code }) => code),
	};
}
