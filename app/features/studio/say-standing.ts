import "#app/locales/needed/studio.ts";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { sayDuration, sayWell, wordsOf } from "#protocols/compiler/wording.ts";
import { duration } from "#protocols/language/delay.ts";
import { type Condition, condition } from "#protocols/language/step.ts";
import { type Language, type Text, text } from "#protocols/language/text.ts";
import { fields } from "#protocols/language/vocabulary/fields.ts";

/** The words that forms have for the properties of a part. */
const labels: Readonly<Record<string, TextKey>> = {
	title: textKey("studio:part.title"),
	label: textKey("studio:part.roleLabel"),
	audience: textKey("studio:part.audience"),
	prerequisites: textKey("studio:part.prerequisites"),
	kind: textKey("studio:part.kind"),
	role: textKey("studio:part.role"),
	participants: textKey("studio:part.participants"),
	delay: textKey("studio:part.delay"),
	within: textKey("studio:part.within"),
	guidance: textKey("studio:part.guidance"),
	questions: textKey("studio:part.questions"),
	rounds: textKey("studio:part.rounds"),
	to: textKey("studio:part.outcomes.to"),
	raises: textKey("studio:part.outcomes.raises"),
	when: textKey("studio:part.outcomes.condition"),
	raisedBy: textKey("studio:part.raisedBy"),
	clocks: textKey("studio:part.clocks"),
	phase: textKey("studio:part.phase"),
	handoff: textKey("studio:part.handoff.title"),
};

/** Says what stands now in the place of what somebody wrote: each property that has words. */
export function sayStanding(
	standing: Readonly<Record<string, unknown>>,
	language: Language,
): { label: TextKey; theirs: string }[] {
	return Object.entries(standing).flatMap(([key, value]) => {
		const label = labels[key];
		const theirs = sayValue(value, language);
		return label && theirs ? [{ label, theirs }] : [];
	});
}

function sayValue(value: unknown, language: Language): string | undefined {
	const words = text.safeParse(value);
	if (words.success) return [words.data.fr, words.data.en].filter(Boolean).join("\n");
	const when = condition.safeParse(value);
	if (when.success) return sayWhen(when.data, language);
	const length = duration.safeParse(value);
	if (length.success) return sayDuration(length.data, language);
	if (isDelay(value)) return sayValue({ n: value.n, unit: value.unit }, language);
	if (Array.isArray(value)) return value.map((one) => sayValue(one, language) ?? "").join(", ");
	return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** A step is called by its name, as where an outcome leads is. */
function sayWhen(when: Condition, language: Language): string {
	const words = wordsOf(language);
	if ("track" in when) return words.reached(when.reached);
	const { label, codes } = fields[when.fact];
	const known: Readonly<Record<string, Text>> = codes;
	const answers = when.in.map((code) => known[code]?.[language] ?? code);
	return words.factIn(sayWell(label, language), answers.join(words.or));
}

function isDelay(value: unknown): value is { n: unknown; unit: unknown } {
	return typeof value === "object" && value !== null && "n" in value && "basis" in value;
}
