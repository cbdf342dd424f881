import { actWords } from "#protocols/catalogue/act-words.ts";
import type { Language } from "#protocols/language/text.ts";
import { declineReasons } from "#protocols/language/vocabulary/handoff-codes.ts";
import type { PossibleAct } from "#protocols/simulator/possible-acts.ts";
import type { Naming } from "./naming.ts";

/** A button of a handoff: what it sends, what it says, what it leads to. */
export type ActButton = {
	/** Unlike any other of the page. */
	id: string;
	/** The act, as JSON. */
	act: string;
	kind: "send" | "draft" | "on";
	words: string;
	/** The outcome of the step that is chosen with it. */
	leads: string | null;
	/** Without an outcome, the step stays open. */
	mayStay: boolean;
	reasons: { value: string; label: string }[];
};

type OnHandoff = Extract<PossibleAct, { onHandoff: string }>;

/** Handing off and acting on a handoff, step by step. */
export function presentHandoffActs(
	acts: PossibleAct[],
	{ language, naming }: { language: Language; naming: Naming },
) {
	const about = acts.filter((act) => "handsOff" in act || "onHandoff" in act);
	const steps = [...new Set(about.map((act) => ("handsOff" in act ? act.handsOff : onStep(act))))];
	return steps.map((step) => ({
		step,
		title: naming.step(step),
		acts: about
			.filter((act) => ("handsOff" in act ? act.handsOff : onStep(act)) === step)
			.flatMap((act) => buttonsFor(act, language, naming)),
	}));
}

function onStep(act: PossibleAct): string {
	return "onHandoff" in act ? act.onHandoff : "";
}

function buttonsFor(act: PossibleAct, language: Language, naming: Naming): ActButton[] {
	if ("handsOff" in act) {
		const kind = act.draft ? "draft" : "send";
		const id = `${kind}-${act.handsOff}`;
		const plain = { words: "", leads: null, mayStay: false, reasons: [] };
		return [{ id, act: JSON.stringify(act), kind, ...plain }];
	}
	if (!("onHandoff" in act)) return [];
	const { by, onHandoff: step, event, outcome } = act;
	return [
		{
			id: [step, by, event, outcome].filter(Boolean).join("-"),
			act: JSON.stringify(act),
			kind: "on",
			words: actWords[language][event] ?? event,
			leads: outcome ? naming.outcome(step, outcome) : null,
			mayStay: event === "RECORD_REFUSAL" || event === "WITHDRAW",
			reasons: reasonsFor(act, language),
		},
	];
}

/** Declining says why: each reason is an act of its own. */
function reasonsFor(act: OnHandoff, language: Language) {
	if (act.event !== "DECLINE" && act.event !== "GIVE_BACK") return [];
	return Object.entries(declineReasons).map(([reason, words]) => ({
		value: JSON.stringify({ ...act, reason }),
		label: words[language],
	}));
}
