import "#app/locales/needed/messages.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Prose, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Props = {
	feed: { madeAt: number; readDay: number | null } | null;
	timeZone: string;
	/** The address, just made: it is never shown again. */
	made: { address: string } | undefined;
};

const dayMs = 86_400_000;

/** The secret address of one's due dates: made, shown once, withdrawn. */
export function FeedPage({ feed, timeZone, made }: Props) {
	const t = useT("messages");
	return (
		<Page
			title={t("feed.title")}
			lead={t("feed.lead")}
			back={{ to: paths.accountMessages(), label: t("backToOwn") }}
		>
			{made ? <Made {...made} /> : null}
			{feed ? <Standing feed={feed} timeZone={timeZone} /> : null}
			<Form method="post">
				<Actions>
					<Button name="change" value="make">
						{t(feed ? "feed.makeAnother" : "feed.make")}
					</Button>
					{feed ? (
						<Button kind="secondary" name="change" value="withdraw">
							{t("feed.withdraw")}
						</Button>
					) : null}
				</Actions>
			</Form>
			<Section title={t("feed.whatTitle")}>
				<Prose>
					<p>{t("feed.what")}</p>
					<p>{t("feed.danger")}</p>
				</Prose>
			</Section>
		</Page>
	);
}

function Made({ address }: { address: string }) {
	const t = useT("messages");
	return (
		<div className="mb-8">
			<Notice kind="done" live title={t("feed.made")}>
				<p>{t("feed.madeLead")}</p>
			</Notice>
			<div className="mt-6">
				<TextField
					name="address"
					label={t("feed.address")}
					hint={t("feed.addressHint")}
					defaultValue={address}
					readOnly
					autoComplete="off"
				/>
			</div>
		</div>
	);
}

function Standing({ feed, timeZone }: { feed: NonNullable<Props["feed"]>; timeZone: string }) {
	const t = useT("messages");
	const own = useFormat(timeZone);
	// The day of the last reading is kept as a day of universal time.
	const universal = useFormat("UTC");
	const { madeAt, readDay } = feed;
	return (
		<Prose>
			<p>{t("feed.since", { date: own.date(madeAt) })}</p>
			<p>
				{readDay === null
					? t("feed.neverRead")
					: t("feed.read", { date: universal.date(readDay * dayMs) })}
			</p>
		</Prose>
	);
}
