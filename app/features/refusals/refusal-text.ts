import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { Language } from "#app/i18n/languages.ts";
import { ruleOf } from "#protocols/casework/handoff/life.ts";
import type { Refusal } from "#protocols/casework/refusal.ts";
import { type FieldCode, fields } from "#protocols/language/vocabulary/fields.ts";
import { refusalWords, type Words } from "./refusal-words.ts";

/** Everything that a store may answer instead of recording. */
export type AnyRefusal = Refusal | { code: "key-reused" };

/** How the page calls what a refusal names by its id: by the protocol of the situation and the directory. */
export type RefusalNames = {
	structure(id: string): string;
	role(id: string): string;
	step(id: string): string;
	/** The label of an outcome, by its code. */
	outcome(code: string): string;
	interruption(id: string): string;
	timeZone: string;
};

/** What stands in the way, that nothing was recorded, and what to do next. */
export type RefusalText = { what: string; nothing: string; next: string };

/** Words a refusal for the person who can act on it. */
export async function refusalText(
	refusal: AnyRefusal,
	language: Language,
	names: RefusalNames,
): Promise<RefusalText> {
	const t = refusalWords(language);
	const values = factsOf(refusal, { t, language, names });
	const say = (part: string) => t(`code.${keyOf(refusal)}.${part}`, values);
	return { what: say("what"), nothing: t("nothing"), next: say("next") };
}

type Values = Record<string, string | number>;

/** The entry of the texts: two codes are worded in two ways. */
function keyOf(refusal: AnyRefusal): string {
	if (refusal.code === "outcome-not-allowed" && refusal.because === "rounds") return "rounds-spent";
	if (refusal.code === "too-early" && refusal.from <= 0) return "too-early-undated";
	return refusal.code;
}

type Teller = { t: Words; language: Language; names: RefusalNames };

/** The facts that a refusal carries, in words. */
function factsOf(refusal: AnyRefusal, { t, language, names }: Teller): Values {
	const place = { language, timeZone: names.timeZone };
	switch (refusal.code) {
		case "step-not-open":
		case "handoff-decides":
		case "not-a-handoff-step":
		case "already-handed-off":
			return { step: names.step(refusal.step) };
		case "not-your-step":
			return { role: names.role(refusal.role), structure: names.structure(refusal.boundTo) };
		case "role-not-bound":
			return { role: names.role(refusal.role) };
		case "structure-not-available":
			return { role: names.role(refusal.role), structure: names.structure(refusal.structure) };
		case "outcome-not-allowed":
			return {
				outcome: names.outcome(refusal.outcome),
				beyond: refusal.beyond === undefined ? "" : names.outcome(refusal.beyond),
			};
		case "outcome-to-choose":
			return { outcomes: refusal.outcomes.map(names.outcome).join(", ") };
		case "answers-incomplete":
			return { fields: refusal.missing.map((field) => fieldLabel(field, language)).join(", ") };
		case "answer-unknown":
			return { field: fieldLabel(refusal.field, language) };
		case "handoffs-pending":
			return { count: refusal.handoffs.length };
		case "wrong-number-of-recipients":
			return { count: refusal.most };
		case "cannot-raise":
			return { interruption: names.interruption(refusal.interruption) };
		case "act-not-allowed":
			return { state: t(`state.${refusal.state}`) };
		case "not-your-act":
			return { parties: partiesOf(refusal.act, t) };
		case "code-missing":
			return { need: t(`need.${refusal.field}`) };
		case "too-early":
			return { from: formatDateTime(refusal.from, place) };
		case "date-too-late":
			return { latest: formatDate(refusal.latest, place) };
		default:
			return {};
	}
}

function partiesOf(act: string, t: Words): string {
	const { by } = ruleOf(act as Parameters<typeof ruleOf>[0]);
	return by.map((party) => t(`party.${party}`)).join(", ");
}

function fieldLabel(field: string, language: Language): string {
	return Object.hasOwn(fields, field) ? fields[field as FieldCode].label[language] : field;
}
