import { Form } from "@remix-run/react";
import { useT, useText } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { TextField } from "#app/ui/text-field.tsx";

/** Finds a situation by the code that one's own register holds: the only way to search. */
export function FindForm({ answer }: { answer?: FormAnswer }) {
	const t = useT("situations");
	const text = useText();
	const [error] = answer?.errors?.code ?? [];
	return (
		<Form method="post" action={paths.findSituation()}>
			<TextField
				name="code"
				defaultValue={String(answer?.values?.code ?? "")}
				error={error === undefined ? undefined : text(error)}
				label={t("find.label")}
				hint={t("find.hint")}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				maxLength={20}
				required
			/>
			<Button kind="secondary">{t("find.submit")}</Button>
		</Form>
	);
}
