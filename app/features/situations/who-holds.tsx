import "#app/locales/needed/situations.ts";
import { isoDay } from "#app/i18n/format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { Mark } from "#app/ui/mark.tsx";
import type { SituationView } from "./present-situation.ts";

type Props = Pick<SituationView, "held" | "closed" | "now" | "timeZone">;
type Held = Props["held"][number];

/** Who holds the situation, first thing under its name; each holder with its parts where there are several. */
export function WhoHolds({ held, closed, now, timeZone }: Props) {
	const t = useT("situations");
	const since = useSince(now, timeZone);
	const holders = byHolder(held);
	const [only] = holders;
	if (closed || !only) return <p className="text-lead text-ink-soft">{t("holds.closed")}</p>;
	if (holders.length === 1) {
		const words = only.who.own
			? t("holds.mine")
			: t("holds.theirs", { name: only.who.name, since: since(only.since) });
		return <Line own={only.who.own}>{words}</Line>;
	}
	return (
		<div className="space-y-1">
			{holders.map(({ who, parts }) => {
				const list = parts.map((title) => title ?? t("holds.course")).join(", ");
				const words = who.own
					? t("holds.partsMine", { parts: list })
					: t("holds.partsTheirs", { name: who.name, parts: list });
				return (
					<Line key={who.name} own={who.own}>
						{words}
					</Line>
				);
			})}
		</div>
	);
}

function Line({ own, children }: { own: boolean; children: string }) {
	return (
		<p className={classNames("flex items-start gap-2.5", own && "text-lead")}>
			<Mark kind={own ? "waiting" : "open"} className={own ? "mt-[0.25em]" : "mt-[0.15em]"} />
			<span className={own ? "font-semibold" : "text-ink-soft"}>{children}</span>
		</p>
	);
}

type Holder = { who: Held["who"]; since: number; parts: (string | null)[] };

/** One line a holder: oneself first, then who holds the course. */
function byHolder(held: Held[]): Holder[] {
	const holders: Holder[] = [];
	for (const { who, since, title } of held) {
		const known = holders.find((holder) => holder.who.name === who.name);
		if (!known) holders.push({ who, since, parts: [title] });
		else {
			known.parts.push(title);
			known.since = Math.min(known.since, since);
		}
	}
	const rank = ({ who, parts }: Holder) => (who.own ? 0 : parts.includes(null) ? 1 : 2);
	return holders.sort((one, other) => rank(one) - rank(other));
}

const dayMs = 86_400_000;

function useSince(now: number, timeZone: string): (at: number) => string {
	const t = useT("situations");
	const place = { timeZone };
	return (at) => {
		const days = Math.round(
			(Date.parse(isoDay(now, place)) - Date.parse(isoDay(at, place))) / dayMs,
		);
		if (days <= 0) return t("holds.today");
		return days === 1 ? t("holds.yesterday") : t("holds.days", { count: days });
	};
}
