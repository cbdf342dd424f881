import "#app/locales/needed/letters.ts";
import "#app/locales/needed/messages.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Table } from "#app/ui/table.tsx";
import type { LetterText } from "#db/letter-queue.ts";
import type { ShownLetter } from "#db/shown-letters.ts";

type Props = {
	relay: boolean;
	demonstration: boolean;
	letters: ShownLetter[];
	/** What letters call the site, and its address: all that their texts are filled in with. */
	name: string;
	site: string;
	timeZone: string;
	now: number;
};

/** What would be sent, or was: which text, to what kind of reader, when. */
export function OutboxPage(props: Props) {
	const { relay, demonstration, letters, timeZone, now, name, site } = props;
	const t = useT("messages");
	const leaves = relay && !demonstration;
	return (
		<Page
			title={t("outbox.title")}
			lead={t("outbox.lead")}
			back={{ to: paths.administration(), label: t("outbox.back") }}
			width="wide"
		>
			<div className="mb-8">
				<Notice
					title={t(leaves ? "outbox.sent" : demonstration ? "outbox.madeUp" : "outbox.noRelay")}
				/>
			</div>
			{letters.length === 0 ? (
				<EmptyState title={t("outbox.none")}>{t("outbox.noneLead")}</EmptyState>
			) : (
				<Letters {...{ letters, timeZone, now }} />
			)}
			<Texts name={name} site={site} />
		</Page>
	);
}

const texts: readonly LetterText[] = ["waiting", "urgent", "weekly", "operator"];

function Texts({ name, site }: Pick<Props, "name" | "site">) {
	const t = useT("messages");
	const say = useT("letters");
	return (
		<Section title={t("outbox.texts")}>
			<p className="mb-4 max-w-measure text-ink-soft">{t("outbox.textsLead")}</p>
			{texts.map((text) => (
				<Details key={text} summary={t(`texts.${text}`)}>
					<p className="mb-3 font-semibold">{say(`${text}.subject`, { name })}</p>
					<p className="max-w-measure whitespace-pre-line break-words">
						{say(`${text}.body`, { site })}
					</p>
				</Details>
			))}
		</Section>
	);
}

function Letters({ letters, timeZone, now }: Pick<Props, "letters" | "timeZone" | "now">) {
	const t = useT("messages");
	const format = useFormat(timeZone);
	const columns = [
		{ key: "text", title: t("outbox.text"), cell: ({ text }: ShownLetter) => t(`texts.${text}`) },
		{
			key: "reader",
			title: t("outbox.reader"),
			cell: ({ reader, madeUp }: ShownLetter) => madeUp ?? t(`readers.${reader}`),
		},
		{
			key: "due",
			title: t("outbox.due"),
			cell: ({ dueAt }: ShownLetter) => format.dateTime(dueAt),
		},
		{
			key: "state",
			title: t("outbox.state"),
			cell: ({ state, dueAt }: ShownLetter) =>
				t(state === "queued" && dueAt > now ? "states.planned" : `states.${state}`),
		},
	];
	return (
		<Table
			caption={t("outbox.caption")}
			captionHidden
			columns={columns}
			rows={letters}
			rowKey={({ id }) => String(id)}
		/>
	);
}
