import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** Finds a situation by the code that one's own register holds: the only way to search. */
export function FindForm({ answer }: { answer?: FormAnswer }) {
	const t = useT("situations");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	return (
		<Form method="post" action={paths.findSituation()} {...form.props}>
			<FormErrors {...form.summary} title={t("find.review")} />
			<TextField
				{...form.field("code")}
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

const schema = () => import("./find-form.schema.ts").then(({ findForm }) => findForm);
