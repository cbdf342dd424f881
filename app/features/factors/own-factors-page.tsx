import "#app/locales/needed/factors.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { Factors } from "#app/server/factors.server.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { PaperCodes } from "./code-setup.tsx";

/** A key, as its owner counts it. */
export type OwnKey = {
	id: string;
	number: number;
	attachment: "platform" | "cross-platform" | "unknown";
	createdAt: number;
	lastUsedAt: number | null;
};

type Props = {
	keys: OwnKey[];
	factors: Factors;
	answer?: (FormAnswer & { removed?: boolean; codes?: string[] | null }) | undefined;
};

/** What opens one's account: its keys, its codes, and how to change them. */
export function OwnFactorsPage({ keys, factors, answer }: Props) {
	const t = useT("factors");
	return (
		<Page title={t("own.title")} lead={t("own.lead")} back={back(t("own.back"))}>
			{answer?.removed ? <Notice kind="done" live title={t("own.removed")} /> : null}
			{answer?.codes ? (
				<Section title={t("paper.title")}>
					<p className="mb-4 max-w-measure">{t("paper.lead")}</p>
					<PaperCodes codes={answer.codes} />
				</Section>
			) : null}
			<Form method="post">
				<FormErrors errors={answer?.errors ?? {}} attempt={answer?.errors ? 1 : 0} />
				<Section title={t("own.keys")}>
					<Keys keys={keys} />
					<PasskeyButton act="enrol" kind="secondary" otherwise={t("enrolment.passkeyScript")}>
						{t("own.add")}
					</PasskeyButton>
				</Section>
				<Section title={t("own.codes")}>
					<Codes {...factors} />
				</Section>
			</Form>
		</Page>
	);
}

type GateProps = { answer?: FormAnswer | undefined; proof: ReactNode };

/** Asks who is in front of the screen before anything that opens the account is changed. */
export function FactorsGate({ answer, proof }: GateProps) {
	const t = useT("factors");
	return (
		<Page title={t("own.title")} lead={t("own.gate")} back={back(t("own.back"))}>
			<Form method="post" noValidate>
				<FormErrors errors={answer?.errors ?? {}} attempt={answer?.errors ? 1 : 0} />
				<HiddenFields values={{ change: "confirm" }} />
				{proof}
				<Actions>
					<Button>{t("own.confirm")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}

function Keys({ keys }: { keys: OwnKey[] }) {
	const t = useT("factors");
	const format = useFormat();
	if (keys.length === 0) return <p className="mb-4">{t("own.keysNone")}</p>;
	return (
		<ul className="mb-5 max-w-measure divide-y divide-rule border-y border-rule">
			{keys.map(({ id, number, attachment, createdAt, lastUsedAt }) => (
				<li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
					<span className="min-w-0 grow">
						<strong className="block font-semibold">{t("own.key", { number })}</strong>
						<span className="block text-small text-ink-soft">
							{[
								t(`own.where.${attachment}`),
								t("own.made", { day: format.date(createdAt) }),
								...(lastUsedAt ? [t("own.used", { day: format.date(lastUsedAt) })] : []),
							].join(", ")}
						</span>
					</span>
					<Button kind="quiet" name="change" value={`passkey:${id}`}>
						{t("own.remove")} <span className="sr-only">{t("own.key", { number })}</span>
					</Button>
				</li>
			))}
		</ul>
	);
}

function Codes({ codes, backupCodes }: Factors) {
	const t = useT("factors");
	if (!codes) {
		return (
			<>
				<p className="mb-2">{t("own.codesOff")}</p>
				<TextLink to={paths.accountCodes()}>{t("own.codesAdd")}</TextLink>
			</>
		);
	}
	return (
		<>
			<p>{t("own.codesOn")}</p>
			<p className="mb-4">{t("own.paper", { count: backupCodes })}</p>
			<div className="flex flex-wrap gap-x-6 gap-y-2">
				<Button kind="secondary" name="change" value="paper">
					{t("own.paperRenew")}
				</Button>
				<Button kind="quiet" name="change" value="codes">
					{t("own.codesRemove")}
				</Button>
			</div>
		</>
	);
}

function back(label: string) {
	return { to: paths.account(), label };
}
