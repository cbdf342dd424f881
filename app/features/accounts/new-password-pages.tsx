// The rules of a password are worded with the joining of an account.
import "#app/locales/needed/joining.ts";
import "#app/locales/needed/recovery.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

type Answer = { answer: FormAnswer | undefined };

const forgotten = () =>
	import("./new-password-form.schema.ts").then(({ newPasswordForm }) => newPasswordForm([]));
const change = () =>
	import("./new-password-form.schema.ts").then(({ changePasswordForm }) => changePasswordForm([]));

/** The link of a recovery: a new password, and then whatever else is asked for. */
export function RecoverPage({ anew, answer }: Answer & { anew: boolean }) {
	const t = useT("recovery");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema: forgotten });
	return (
		<Page title={t("open.title")} lead={t(anew ? "open.leadAnew" : "open.lead")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("open.title")} />
				<NewPassword form={form} />
				<Actions>
					<Button>{t("open.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}

/** A link that opens nothing: it says the same whatever it was. */
export function RecoveryGone() {
	const t = useT("recovery");
	return (
		<Page title={t("open.goneTitle")} lead={t("open.gone")}>
			<LinkButton to={paths.signIn()} kind="secondary">
				{t("open.goneBack")}
			</LinkButton>
		</Page>
	);
}

/** Changing one's own password. */
export function PasswordPage({ answer, done }: Answer & { done: boolean }) {
	const t = useT("recovery");
	const form = useKindForm({ ...(answer ? { answer } : {}), schema: change });
	const back = { to: paths.account(), label: t("password.back") };
	if (done) {
		return (
			<Page title={t("password.title")} back={back}>
				<Notice kind="done" live title={t("password.done")}>
					{t("password.doneLead")}
				</Notice>
			</Page>
		);
	}
	return (
		<Page title={t("password.title")} lead={t("password.lead")} back={back}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("password.title")} />
				<TextField
					{...form.field("currentPassword")}
					label={t("password.current")}
					type="password"
					autoComplete="current-password"
					required
				/>
				<NewPassword form={form} />
				<Actions>
					<Button>{t("password.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}

function NewPassword({ form }: { form: ReturnType<typeof useKindForm> }) {
	const t = useT("recovery");
	return (
		<TextField
			{...form.field("password")}
			label={t("open.password")}
			hint={t("open.passwordHint")}
			type="password"
			autoComplete="new-password"
			required
		/>
	);
}
