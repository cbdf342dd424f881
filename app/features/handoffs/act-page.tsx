import "#app/locales/needed/handoffs.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page } from "#app/ui/page.tsx";
import type { ActOptions } from "./act-fields.tsx";
import { ActForm } from "./act-form.tsx";
import { ActLook, type Look } from "./act-look.tsx";
import { EmergencyPanel } from "./emergency-panel.tsx";
import { type Reading, useNewTitle } from "./reading.tsx";

/** What the page of an act is made of. */
export type ActPageData = {
	handle: string;
	options: ActOptions;
	reading: Reading;
	/** Shown once more before it is recorded. */
	checked: boolean;
	/** What to read before acting: what was asked, or what came back. */
	fact: string | null;
	formKey: string;
	seen: number;
};

/** What an act was answered with: a form to review, or a last look. */
export type ActAnswer = FormAnswer & { look?: Look | undefined };

type Props = ActPageData & {
	answer: ActAnswer | undefined;
	/** Why nothing was recorded. */
	refusal: ReactNode;
	/** The emergency numbers, which the shell knows how to draw. */
	emergency: ReactNode;
	/** What asks again who is in front of the screen, at the foot of what is about to be recorded. */
	proof: ReactNode;
};

/** One act on a handoff: its questions, then a last look where nobody takes it back alone. */
export function ActPage({ emergency, refusal, ...props }: Props) {
	const t = useT("handoffs");
	const { answer, handle, options } = props;
	const { act } = options;
	const look = answer?.look;
	useNewTitle(look ? "look" : "form");
	return (
		<Page
			above={look ? t(`act.${act}.title`) : undefined}
			title={look ? t("look.title") : t(`act.${act}.title`)}
			lead={look ? t("look.lead") : t(`act.${act}.lead`)}
			back={{ to: paths.handoff(handle), label: t("form.back") }}
		>
			{refusal}
			{act === "IMMEDIATE_DANGER" ? <EmergencyPanel>{emergency}</EmergencyPanel> : null}
			{look ? <ActLook {...props} look={look} /> : <ActForm {...props} emergency={emergency} />}
		</Page>
	);
}

type BlockedProps = { handle: string; act: ActOptions["act"]; refusal: ReactNode };

/** An act that cannot be done now: why, and the way back. */
export function ActBlocked({ handle, act, refusal }: BlockedProps) {
	const t = useT("handoffs");
	return (
		<Page
			above={t(`act.${act}.title`)}
			title={t("blocked")}
			back={{ to: paths.handoff(handle), label: t("form.back") }}
		>
			{refusal}
			<LinkButton to={paths.handoff(handle)}>{t("form.back")}</LinkButton>
		</Page>
	);
}
