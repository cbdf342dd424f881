import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Mark } from "#app/ui/mark.tsx";
import type { SituationView } from "./present-situation.ts";

type Props = Pick<SituationView, "held" | "closed" | "now" | "timeZone">;

/** Who holds the situation, first thing under its name; then who holds each part beside it. */
export function WhoHolds({ held, closed, now, timeZone }: Props) {
	const t = useT("situations");
	const format = useFormat(timeZone);
	const since = (at: number) => {
		const days = format.relative(at, now);
		return format.day(at) === format.day(now) ? t("holds.today") : days.replace(/^il y a /, "");
	};
	const [main, ...others] = mainFirst(held);
	if (closed || !main) return <p className="text-lead text-ink-soft">{t("holds.closed")}</p>;
	const mine = main.who.own;
	return (
		<div>
			<p className="flex items-start gap-2.5 text-lead">
				<Mark kind={mine ? "waiting" : "open"} className="mt-[0.3em]" />
				<span className={mine ? "font-semibold" : undefined}>
					{mine
						? t("holds.mine")
						: t("holds.theirs", { name: main.who.name, since: since(main.since) })}
				</span>
			</p>
			{others.length > 0 ? (
				<ul
					aria-label={t("holds.parts")}
					className="mt-1 flex flex-wrap gap-x-5 pl-7.5 text-ink-soft"
				>
					{others.map(({ part, title, who }) => (
						<li key={part}>
							{who.own
								? t("holds.partMine", { part: title ?? "" })
								: t("holds.partTheirs", { part: title ?? "", name: who.name })}
						</li>
					))}
				</ul>
			) : null}
		</div>
	);
}

/** The course comes first; where only tracks are open, the first of them speaks for it. */
function mainFirst(held: Props["held"]): Props["held"] {
	const course = held.filter(({ part }) => part === "course");
	return [...course, ...held.filter(({ part }) => part !== "course")];
}
