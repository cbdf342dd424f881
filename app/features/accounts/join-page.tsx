import "#app/locales/needed/joining.ts";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { JoinForm } from "./join-form.tsx";
import { type Standing, useStanding } from "./standing.ts";

/** The place that somebody is invited to. */
export type InvitedPlace = Standing & {
	structureName: string;
	territoryName: string;
	label: string;
	email: string | null;
	expiresAt: number;
	timeZone: string;
};

type Props = {
	place: InvitedPlace;
	secret: string;
	/** Who vouches for professionals here, if anybody does. */
	provider: string | null;
	/** Whether they have just vouched for whoever reads this. */
	vouched: boolean;
	answer: FormAnswer | undefined;
};

/** The link of an invitation, opened by somebody who comes for the first time. */
export function JoinPage({ place, secret, provider, vouched, answer }: Props) {
	const t = useT("joining");
	return (
		<Page title={t("title")} lead={t("lead", { structure: place.structureName })}>
			<PlaceList place={place} />
			<Section title={t("account")}>
				<JoinForm
					label={place.label}
					email={place.email}
					vouchedBy={vouched ? provider : null}
					answer={answer}
				/>
			</Section>
			<div className="mt-8 space-y-3">
				{provider !== null && !vouched ? (
					<p>
						<a
							href={paths.joinWithProvider(secret)}
							className="inline-flex min-h-target items-center text-link underline underline-offset-4"
						>
							{t("withProvider", { provider })}
						</a>
					</p>
				) : null}
				<p>
					<TextLink to={paths.joinAsMember(secret)}>{t("haveAccount")}</TextLink>
				</p>
			</div>
		</Page>
	);
}

type MemberProps = {
	place: InvitedPlace;
	secret: string;
	/** Whose account takes the place; nobody while they are not signed in. */
	name: string | null;
	answer: FormAnswer | undefined;
};

/** The same link, opened by somebody who has an account: they say yes while signed in with it. */
export function AcceptPage({ place, secret, name, answer }: MemberProps) {
	const t = useT("joining");
	return (
		<Page title={t("other.title")} lead={t("other.lead", { structure: place.structureName })}>
			<PlaceList
				place={place}
				{...(name === null ? {} : { account: { term: t("other.with"), description: name } })}
			/>
			{name === null ? <SignInFirst secret={secret} /> : <Accept answer={answer} />}
		</Page>
	);
}

function Accept({ answer }: Pick<MemberProps, "answer">) {
	const t = useT("joining");
	return (
		<form method="post" className="mt-8">
			<FormErrors {...(answer?.errors ? { errors: answer.errors } : {})} />
			<Actions>
				<Button>{t("other.submit")}</Button>
			</Actions>
		</form>
	);
}

function SignInFirst({ secret }: { secret: string }) {
	const t = useT("joining");
	return (
		<Section title={t("other.signIn")}>
			<p>{t("other.signInLead")}</p>
			<Actions>
				<LinkButton to={paths.signIn()}>{t("other.signInAct")}</LinkButton>
				<TextLink to={paths.join(secret)}>{t("other.new")}</TextLink>
			</Actions>
		</Section>
	);
}

type ListProps = { place: InvitedPlace; account?: { term: string; description: ReactNode } };

function PlaceList({ place, account }: ListProps) {
	const t = useT("joining");
	const { rights } = useStanding(place);
	const { dateTime } = useFormat(place.timeZone);
	return (
		<Section title={t("place")}>
			<DataList
				items={[
					...(account ? [account] : []),
					{ term: t("structure"), description: place.structureName },
					{ term: t("territory"), description: place.territoryName },
					{ term: t("label"), description: place.label },
					{ term: t("rights"), description: rights.join(", ") || t("rightsNone") },
				]}
			/>
			<p className="mt-4 text-ink-soft">{t("until", { until: dateTime(place.expiresAt) })}</p>
		</Section>
	);
}

/** A link that was used, withdrawn, that is over, or that never was: nobody can tell which. */
export function GonePage() {
	const t = useT("joining");
	return (
		<Page title={t("gone.title")} lead={t("gone.lead")}>
			<p>{t("gone.next")}</p>
			<Actions>
				<LinkButton to={paths.signIn()}>{t("gone.signIn")}</LinkButton>
			</Actions>
		</Page>
	);
}
