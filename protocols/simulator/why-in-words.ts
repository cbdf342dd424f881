import type { Refusal } from "#protocols/casework/refusal.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { sayWell } from "#protocols/compiler/wording.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";
import type { Why } from "./why.ts";
import { whySentences } from "./why-sentences.ts";

/** Words a why in one language, with the names of a protocol. */
export function whyInWords(compiled: CompiledProtocol, why: Why, language: Language): string {
	return sayWell({ fr: whyIn(namingOf(compiled, language), why, language) }, language);
}

function whyIn(naming: Naming, why: Why, language: Language): string {
	const words = whySentences[language];
	switch (why.code) {
		case "refused":
			return refusalInWords(why.refusal, naming, language);
		case "step-unknown":
			return words.stepUnknown(why.step);
		case "role-unknown":
			return words.roleUnknown(why.role);
		case "role-differs":
			return words.roleDiffers(naming.step(why.step), naming.role(why.role));
		case "nobody-plays":
			return words.nobodyPlays(naming.role(why.role));
		case "handoff-unknown":
			return words.noHandoff(naming.step(why.step));
		case "act-unknown":
			return words.actUnknown(why.act);
		case "ends-elsewhere":
			return why.closed ? words.endsClosed : words.endsOpen(naming.steps(why.open));
	}
}

type Naming = ReturnType<typeof namingOf>;

function namingOf({ places, protocol }: CompiledProtocol, language: Language) {
	const step = (id: string) => {
		const found = places.steps.get(id)?.step;
		return found ? say(found.title, language) : id;
	};
	const role = (id: string) => {
		const found = protocol.roles.find((one) => one.id === id);
		return found ? say(found.label, language) : id;
	};
	return {
		step,
		role,
		steps: (ids: readonly string[]) => ids.map(step).join(", "),
		questions: (codes: readonly string[]) =>
			codes
				.map((code) =>
					Object.hasOwn(fields, code) ? fields[code as keyof typeof fields] : undefined,
				)
				.map((field, place) => field?.label[language] ?? codes[place])
				.join(", "),
	};
}

function refusalInWords(refusal: Refusal, naming: Naming, language: Language): string {
	const words = whySentences[language];
	switch (refusal.code) {
		case "situation-closed":
			return words.closed;
		case "step-not-open":
			return words.notOpen(naming.step(refusal.step), naming.steps(refusal.open));
		case "not-your-step":
		case "role-not-bound":
			return words.notBound(naming.role(refusal.role));
		case "handoff-decides":
			return words.handoffDecides(naming.step(refusal.step));
		case "outcome-unknown":
			return words.outcomeUnknown(refusal.outcome);
		case "outcome-not-allowed":
			return refusal.because === "rounds"
				? words.rounds(refusal.outcome, refusal.beyond ?? "")
				: words.condition(refusal.outcome);
		case "answers-incomplete":
			return words.missing(naming.questions(refusal.missing));
		case "answer-unknown":
			return words.unknownAnswer(naming.questions([refusal.field]));
		case "handoffs-pending":
			return words.pending;
		case "interruption-unknown":
			return words.interruptionUnknown(refusal.interruption);
		case "cannot-raise":
			return words.cannotRaise;
		case "not-part-of-it":
			return words.notPart;
		case "structure-not-available":
			return words.notAvailable(naming.role(refusal.role));
		case "not-a-handoff-step":
			return words.notHandoff(naming.step(refusal.step));
		case "already-handed-off":
			return words.already(naming.step(refusal.step));
		case "act-not-allowed":
			return words.actNotNow;
		case "not-your-act":
			return words.notYourAct;
		case "only-once":
			return words.once;
		case "too-early":
			return words.early;
		case "outcome-to-choose":
			return words.toChoose(refusal.outcomes.join(", "));
		default:
			return words.other;
	}
}
