import "#app/locales/needed/accounts.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { Factors } from "#app/server/factors.server.ts";
import type { OwnSession } from "#app/server/own-sessions.server.ts";
import { Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { OwnSessions } from "./own-sessions.tsx";
import { type Standing, useStanding } from "./standing.ts";

type Props = {
	person: Standing & { name: string; label: string; memberId: string; structureName: string };
	memberships: { memberId: string; structureName: string }[];
	sessions: OwnSession[];
	factors: Factors;
	/** Whether there are people whom they may help back into their accounts. */
	helps: boolean;
	/** The choice of the language, which the shell knows how to draw. */
	languageChoice: ReactNode;
};

/** Who one is here, for whom one acts, in which language, and the way out. */
export function AccountPage(props: Props) {
	const { person, memberships, sessions, factors, helps, languageChoice } = props;
	const t = useT("accounts");
	const { rights } = useStanding(person);
	return (
		<Page title={t("account.title")}>
			<Section title={t("account.who")}>
				<DataList
					items={[
						{ term: t("account.name"), description: person.name },
						{ term: t("account.label"), description: person.label },
						{ term: t("account.structure"), description: person.structureName },
						{
							term: t("account.rights"),
							description: rights.length > 0 ? rights.join(", ") : t("account.rightsNone"),
						},
					]}
				/>
			</Section>
			{memberships.length > 1 ? (
				<Section title={t("account.memberships")}>
					<p className="mb-4">{t("account.membershipsLead")}</p>
					<Memberships current={person.memberId} memberships={memberships} />
				</Section>
			) : null}
			<Section title={t("account.factors")}>
				<OwnFactors {...factors} />
				{helps ? (
					<p className="mt-4">
						<TextLink to={paths.recoveries()}>{t("account.helps")}</TextLink>
					</p>
				) : null}
			</Section>
			<Section title={t("sessions.title")}>
				<p className="mb-4 max-w-measure">{t("sessions.lead")}</p>
				<OwnSessions sessions={sessions} />
			</Section>
			<Section title={t("account.language")}>
				<p className="mb-4">{t("account.languageLead")}</p>
				{languageChoice}
			</Section>
			<Section title={t("account.end")}>
				<p className="mb-4 max-w-measure">{t("account.endLead")}</p>
				<form method="post" action={paths.signOut()}>
					<Button kind="secondary" icon="lock">
						{t("account.endAct")}
					</Button>
				</form>
			</Section>
		</Page>
	);
}

function OwnFactors({ passkeys, codes, password }: Factors) {
	const t = useT("accounts");
	return (
		<>
			<p className="mb-4 max-w-measure">{t("account.factorsLead")}</p>
			<ul className="mb-4 list-inside list-disc">
				<li>{t("account.passkeys", { count: passkeys })}</li>
				<li>{t(codes ? "account.codesOn" : "account.codesOff")}</li>
			</ul>
			<div className="flex flex-wrap gap-x-6 gap-y-2">
				<TextLink to={paths.accountFactors()}>{t("account.factorsChange")}</TextLink>
				{password ? (
					<TextLink to={paths.accountPassword()}>{t("account.passwordChange")}</TextLink>
				) : null}
			</div>
		</>
	);
}

type MembershipsProps = { current: string; memberships: Props["memberships"] };

function Memberships({ current, memberships }: MembershipsProps) {
	const t = useT("accounts");
	return (
		<form method="post" action={paths.actAs()}>
			<HiddenFields values={{ back: paths.account() }} />
			<ul className="divide-y divide-rule border-y border-rule">
				{memberships.map(({ memberId, structureName }) => (
					<li key={memberId} className="flex min-h-target flex-wrap items-center gap-3 py-1">
						<Mark kind={memberId === current ? "here" : "open"} />
						<span className="grow">
							{structureName}
							{memberId === current ? (
								<span className="text-ink-soft"> ({t("account.current")})</span>
							) : null}
						</span>
						{memberId === current ? null : (
							<Button kind="quiet" name="memberId" value={memberId}>
								{t("account.actFor")} <span className="sr-only">{structureName}</span>
							</Button>
						)}
					</li>
				))}
			</ul>
		</form>
	);
}
