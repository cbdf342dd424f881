import { sayDuration } from "#protocols/compiler/wording.ts";
import type { DelayUnit } from "#protocols/language/delay.ts";
import type { Language } from "#protocols/language/text.ts";
import type { MilestoneBudget } from "./delay-budget.ts";

/** The delays of a way, by unit: "3 working days + 30 days". */
export function saySums(
	{ sums, roughDays }: NonNullable<MilestoneBudget["worst"]>,
	language: Language,
): string {
	const parts = (Object.entries(sums) as [DelayUnit, number][]).map(([unit, n]) =>
		sayDuration({ n, unit }, language),
	);
	const about = sayDuration(
		{ n: Math.max(1, Math.round(roughDays)), unit: "calendar-days" },
		language,
	);
	const words = { fr: `environ ${about}`, en: `about ${about}` }[language];
	return `${parts.join(" + ")}, ${words}`;
}
