import "#app/locales/needed/handoffs.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Checkbox } from "#app/ui/choice-groups.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { useKindForm } from "#app/ui/use-kind-form.ts";

type Props = { words: string | null; form: ReturnType<typeof useKindForm> };

/** The number that was heard, and the two words that both have read aloud: the same line on both screens. */
export function PairingFields({ words, form }: Props) {
	const t = useT("handoffs");
	const { defaultValue, ...number } = form.field("number");
	const compared = form.field("words");
	return (
		<>
			<TextField
				{...number}
				{...(defaultValue === undefined ? {} : { defaultValue })}
				label={t("pairing.number")}
				hint={t("pairing.numberHint")}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				maxLength={20}
				required
			/>
			<Checkbox
				name={compared.name}
				error={compared.error}
				defaultChecked={compared.defaultValue === "SAME"}
				value="SAME"
				label={t("pairing.words", { words: words ?? "" })}
				hint={t("pairing.wordsHint")}
			/>
		</>
	);
}
