import "#app/locales/needed/accounts.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

const schema = () => import("./sign-in-form.schema.ts").then(({ signInForm }) => signInForm);

/** E-mail and password. */
export function SignInForm({ answer }: { answer?: FormAnswer }) {
	const t = useT("accounts");
	const form = useKindForm({ answer, schema });
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} title={t("signIn.review")} />
			<TextField
				{...form.field("email")}
				label={t("signIn.email")}
				type="email"
				inputMode="email"
				autoComplete="username"
				spellCheck={false}
				required
			/>
			<TextField
				{...form.field("password")}
				label={t("signIn.password")}
				type="password"
				autoComplete="current-password"
				required
			/>
			<Actions>
				<Button kind="secondary">{t("signIn.submit")}</Button>
			</Actions>
		</Form>
	);
}
