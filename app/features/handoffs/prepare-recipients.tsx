import "#app/locales/needed/handoffs.ts";
import { useT } from "#app/i18n/use-t.ts";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-groups.tsx";
import type { useKindForm } from "#app/ui/use-kind-form.ts";
import type { PresentedPreparation } from "./present-preparation.ts";
import { useStructureLine, useStructureName } from "./structure-lines.tsx";

type Props = { page: PresentedPreparation; form: ReturnType<typeof useKindForm> };

/** Which structure to ask, or which few where the step allows it; alone, it is chosen already. */
export function PrepareRecipients({ page, form }: Props) {
	const t = useT("handoffs");
	const line = useStructureLine();
	const nameOf = useStructureName(page.role);
	const { structures, shape } = page;
	const choices = structures.map((one) => ({
		value: one.id,
		label: nameOf(one),
		hint: line(one),
	}));
	const alone = structures.length === 1 ? structures[0]?.id : undefined;
	const most = Math.min(shape.recipients, structures.length);
	if (shape.recipients > 1) {
		const field = form.choices("to");
		const given = field.defaultValue.length > 0 ? field.defaultValue : alone ? [alone] : [];
		return (
			<CheckboxGroup
				{...field}
				defaultValue={given}
				label={t("prepare.recipients", { most })}
				hint={t("prepare.recipientsHint")}
				choices={choices}
				most={most}
			/>
		);
	}
	const field = form.field("to");
	const given = field.defaultValue ?? alone;
	return (
		<RadioGroup
			{...field}
			{...(given ? { defaultValue: given } : {})}
			label={t("prepare.recipient")}
			hint={alone ? t("prepare.alone") : undefined}
			choices={choices}
		/>
	);
}
