import "#app/locales/needed/joining.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

const withPassword = () => import("./join-form.schema.ts").then(({ joinForm }) => joinForm);
const vouched = () => import("./join-form.schema.ts").then(({ vouchedForm }) => vouchedForm);

type Props = {
	label: string;
	/** The only address that may take the place. */
	email: string | null;
	/** Who has just vouched for the person: then no password is asked for. */
	vouchedBy: string | null;
	answer: FormAnswer | undefined;
};

/** Who somebody is who comes for the first time. */
export function JoinForm({ label, email, vouchedBy, answer }: Props) {
	const t = useT("joining");
	const schema = vouchedBy === null ? withPassword : vouched;
	const form = useKindForm({ ...(answer ? { answer } : {}), schema });
	const address = form.field("email");
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} title={t("review")} />
			{vouchedBy === null ? null : (
				<div className="mb-8">
					<Notice kind="done" title={t("vouched", { provider: vouchedBy })} />
				</div>
			)}
			<TextField
				{...form.field("name")}
				label={t("name")}
				hint={t("nameHint", { label })}
				autoComplete="name"
				maxLength={80}
				required
			/>
			<TextField
				{...address}
				defaultValue={address.defaultValue ?? email ?? ""}
				label={t("email")}
				hint={t("emailHint")}
				type="email"
				inputMode="email"
				autoComplete="username"
				spellCheck={false}
				required
			/>
			{vouchedBy === null ? (
				<TextField
					{...form.field("password")}
					label={t("password")}
					hint={t("passwordHint")}
					type="password"
					autoComplete="new-password"
					required
				/>
			) : null}
			<p className="max-w-measure text-ink-soft">{t("afterwards")}</p>
			<Actions>
				<Button>{t("submit")}</Button>
			</Actions>
		</Form>
	);
}
