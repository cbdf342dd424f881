import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import type { Outline } from "#protocols/compiler/outline.ts";
import { labelOfRole } from "#protocols/compiler/outline-walk.ts";
import type { Language } from "#protocols/language/text.ts";
import { say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import { bpmnWords } from "./bpmn-words.ts";
import type { Writing } from "./step-cell.ts";
import { bpmnUnsaid } from "./unsaid.ts";

/** What people read at a task: guidance, delay with its basis, who joins, what is asked, to whom it goes. */
export function documentStep(writing: Writing, id: string): string {
	const { outline, words, language, steps } = writing;
	const step = steps.get(id);
	if (!step) return "";
	const { handoff, participants, questions } = step;
	const label = (role: string) => labelOfRole(outline, role);
	const asked = questions.map((code) => say(fields[code].label, language));
	const terms = handoff && [
		`${words.handoff}${label(handoff.to)} (${handoff.asks}, ${handoff.urgency}, ${handoff.mode}, ${handoff.goesOn})`,
		...handoff.delays.map(({ clock, within }) => `${clock} : ${within}`),
		...(handoff.ifSilent ? [words.silent + handoff.ifSilent] : []),
	];
	return [
		step.guidance,
		words.delay + step.delayBasis,
		...(step.rounds ? [step.rounds] : []),
		...(participants.length > 0 ? [words.participants + participants.map(label).join(", ")] : []),
		...(asked.length > 0 ? [words.questions + asked.join(", ")] : []),
		...(terms ?? []),
	].join("\n");
}

/** What people read at the whole: for whom, under which conditions, and what the drawing leaves out. */
export function documentProcess(
	compiled: CompiledProtocol,
	outline: Outline,
	language: Language,
): string {
	const words = bpmnWords(language);
	const promises = outline.promises.map(({ milestone, within }) => `${milestone} (${within})`);
	return [
		...(outline.audience ? [words.audience + outline.audience] : []),
		...(outline.prerequisites ? [words.prerequisites + outline.prerequisites] : []),
		...(promises.length > 0 ? [words.promises + promises.join(", ")] : []),
		words.unsaid,
		...bpmnUnsaid(compiled, language).map(
			({ sentence, places }) => `- ${sentence} ${places.join(" ; ")}`,
		),
	].join("\n");
}
