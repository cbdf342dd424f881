import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { Unlocking } from "#app/server/locks.server.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { UnlockField } from "./unlock-field.tsx";

type Props = { unlocking: Unlocking; answer?: FormAnswer | undefined };

/** The only page that a locked session shows. It does not say whose it is. */
export function LockPage({ unlocking, answer }: Props) {
	const t = useT("lock");
	const { typed, passkey } = unlocking;
	return (
		<Page title={t("title")} lead={t("lead")}>
			{passkey ? (
				<div className="mb-8">
					<PasskeyButton act="unlock" otherwise={t("passkeyScript")}>
						{t("passkey")}
					</PasskeyButton>
				</div>
			) : null}
			{typed === "none" ? null : (
				<form method="post" noValidate>
					<FormErrors errors={answer?.errors ?? {}} title={t("title")} />
					<HiddenFields values={{ wish: "unlock" }} />
					<UnlockField typed={typed} errors={answer?.errors} />
					<Actions>
						<Button kind={passkey ? "secondary" : "primary"}>{t("resume")}</Button>
					</Actions>
				</form>
			)}
			{typed === "none" && !passkey ? <p>{t("provider")}</p> : null}
			<Section title={t("end")}>
				<p className="mb-4 max-w-measure">{t("notYou")}</p>
				<form method="post" action={paths.signOut()}>
					<Button kind="secondary">{t("end")}</Button>
				</form>
			</Section>
		</Page>
	);
}
