import "#app/locales/needed/handoff-states.ts";
import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import type { MarkKind } from "#app/ui/mark.tsx";
import { Section } from "#app/ui/page.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { PresentedHandoff } from "./present-handoff.ts";

type Moment = PresentedHandoff["life"][number];

const shapes: Partial<Record<Moment["what"], MarkKind>> = {
	soon: "late",
	overdue: "late",
	escalate: "late",
	unmatched: "late",
	NOT_MATCHED: "late",
	NO_ANSWER: "late",
	SUSPEND: "suspended",
	REVIEW_SUSPENSION: "suspended",
	PREPARE: "open",
};

/** The life of a handoff: who did what, when, with which codes. */
export function HandoffLife({ life, closed, timeZone }: Told & Zone) {
	const t = useT("handoffs");
	const states = useT("handoffStates");
	const format = useFormat(timeZone);
	const when = (at: number) =>
		closed ? t("life.week", { week: format.week(at) }) : format.dateTime(at);
	const moments = life.map((moment) => ({
		key: String(moment.position),
		when: t("life.line", { when: when(moment.at), who: nameOf(moment, t) }),
		title: states(`what.${moment.what}`),
		kind: shapes[moment.what] ?? "done",
		children: <Said {...{ moment, closed, timeZone }} />,
	}));
	return (
		<Section title={t("page.life")}>
			<Timeline moments={moments} label={t("page.life")} />
		</Section>
	);
}

/** Of a closed situation only weeks are told. */
type Told = Pick<PresentedHandoff, "life" | "closed">;

type Zone = { timeZone: string };

function nameOf({ by }: Moment, t: ReturnType<typeof useT<"handoffs">>): string {
	if (by.machine) return t(`life.by.${by.machine}`);
	return by.name ?? t("life.by.partner");
}

/** What the latest act said: why it was declined, until when it is suspended, what is missing. */
export function LatestSaid({ life, closed, timeZone }: Told & Zone) {
	const latest = life.filter(({ by }) => by.machine === null).at(-1);
	if (!latest || latest.codes.length === 0) return null;
	return <Said {...{ moment: latest, closed, timeZone }} />;
}

function Said({ moment, closed, timeZone }: { moment: Moment; closed: boolean } & Zone) {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	const lines: string[] = moment.codes.map(({ list, words }) => t(`life.code.${list}`, { words }));
	if (moment.suggests) lines.push(t("life.suggests", { name: moment.suggests }));
	if (moment.referent) lines.push(t("life.referent", { label: moment.referent }));
	if (moment.until !== undefined) {
		const first = moment.what === "ACCEPT";
		const date = closed
			? t("life.week", { week: format.week(moment.until) })
			: format.date(moment.until);
		lines.push(first ? t("life.untilACCEPT", { date }) : t("life.untilReview", { date }));
	}
	if (lines.length === 0) return null;
	return (
		<ul>
			{lines.map((line) => (
				<li key={line}>{line}</li>
			))}
		</ul>
	);
}
