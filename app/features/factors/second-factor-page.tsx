import "#app/locales/needed/factors.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page } from "#app/ui/page.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

type Props = { answer?: FormAnswer | undefined; codes: boolean; passkeys: boolean };

/** After the password: what only its owner holds. */
export function SecondFactorPage({ answer, codes, passkeys }: Props) {
	const t = useT("factors");
	return (
		<Page title={t("second.title")} lead={t("second.lead")}>
			{passkeys ? (
				<div className="mb-10">
					<PasskeyButton act="second-factor" otherwise={t("second.passkeyScript")}>
						{t("second.passkey")}
					</PasskeyButton>
				</div>
			) : null}
			{codes ? <CodeForm answer={answer} secondary={passkeys} /> : null}
			<div className="mt-8">
				<Details summary={t("second.lost")}>{t("second.lostAnswer")}</Details>
				<form method="post" action={paths.signOut()}>
					<Button kind="quiet">{t("second.restart")}</Button>
				</form>
			</div>
		</Page>
	);
}

function CodeForm({ answer, secondary }: { answer: Props["answer"]; secondary: boolean }) {
	const t = useT("factors");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} title={t("second.title")} />
			<TextField
				{...form.field("code")}
				label={t("second.code")}
				hint={t("second.codeHint")}
				autoComplete="one-time-code"
				autoCapitalize="characters"
				spellCheck={false}
				required
			/>
			<Actions>
				<Button kind={secondary ? "secondary" : "primary"}>{t("second.submit")}</Button>
			</Actions>
		</Form>
	);
}

const schema = () => import("./code-form.schema.ts").then(({ codeForm }) => codeForm);
