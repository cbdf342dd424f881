import "#app/locales/needed/messages.ts";
import { languages } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { RadioGroup } from "#app/ui/choice-groups.tsx";

type Props = { name: string; current: string; defaultValue?: string; error?: string };

/** In which language letters are written: a screen may be in another one. */
export function LanguageField({ current, defaultValue, ...field }: Props) {
	const t = useT("messages");
	return (
		<RadioGroup
			{...field}
			defaultValue={defaultValue ?? current}
			label={t("language")}
			choices={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
		/>
	);
}
