import "#app/locales/needed/invitations.ts";
import { useEffect, useState } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";

/** A link that is shown this once. */
export type ShownLink = { link: string; label: string; expiresAt: number; timeZone: string };

type Props = ShownLink & { back: { to: string; label: string } };

/** The link of an invitation, to hand over: it is on this page and nowhere else. */
export function LinkShown({ link, label, expiresAt, timeZone, back }: Props) {
	const t = useT("invitations");
	const { dateTime } = useFormat(timeZone);
	return (
		<Page title={t("shown.title")} lead={t("shown.lead", { label })}>
			<Notice kind="late" title={t("shown.once")} live>
				<p>{t("shown.until", { until: dateTime(expiresAt) })}</p>
			</Notice>
			<div className="mt-8">
				<TextField name="link" label={t("shown.link")} defaultValue={link} readOnly />
				<CopyButton text={link} />
			</div>
			<p className="mt-8 max-w-measure">{t("shown.how")}</p>
			<Actions>
				<LinkButton to={back.to} kind="secondary">
					{t("shown.done")}
				</LinkButton>
			</Actions>
		</Page>
	);
}

/** Copies; there only where a script can. Otherwise the text can be selected. */
function CopyButton({ text }: { text: string }) {
	const t = useT("invitations");
	const [ready, setReady] = useState(false);
	const [copied, setCopied] = useState(false);
	useEffect(() => setReady(navigator.clipboard !== undefined), []);
	if (!ready) return null;
	const copy = () => void navigator.clipboard.writeText(text).then(() => setCopied(true));
	return (
		<p className="flex flex-wrap items-center gap-4" aria-live="polite">
			<Button type="button" kind="secondary" onClick={copy}>
				{t("shown.copy")}
			</Button>
			{copied ? <span>{t("shown.copied")}</span> : null}
		</p>
	);
}
