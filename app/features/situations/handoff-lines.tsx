import "#app/locales/needed/situations.ts";
import "#app/locales/needed/handoff-states.ts";
import { Link } from "@remix-run/react";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Details } from "#app/ui/details.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { HandoffLine, SituationView } from "./present-situation.ts";

type Own = Extract<HandoffLine, { own: true }>;
type Foreign = Extract<HandoffLine, { own: false }>;

/** The handoffs of one's own structure, to open; those of others, as a state and no more. */
export function HandoffLines({ handoffs, timeZone }: Pick<SituationView, "handoffs" | "timeZone">) {
	const t = useT("situations");
	const own = handoffs.filter((handoff): handoff is Own => handoff.own);
	const foreign = handoffs.filter((handoff): handoff is Foreign => !handoff.own);
	const live = own.filter(({ ended, due }) => !ended || due);
	const ended = own.filter((handoff) => !live.includes(handoff));
	return (
		<>
			{live.length > 0 ? <OwnLines lines={live} timeZone={timeZone} /> : null}
			{ended.length > 0 ? (
				<Details summary={t("handoffs.ended", { count: ended.length })}>
					<OwnLines lines={ended} timeZone={timeZone} />
				</Details>
			) : null}
			{foreign.length > 0 ? <Foreign handoffs={foreign} /> : null}
		</>
	);
}

/** How many others hand off between themselves, by state: neither what nor to whom. */
function Foreign({ handoffs }: { handoffs: Foreign[] }) {
	const t = useT("situations");
	const counts = (["sent", "underway", "closed"] as const)
		.map((stage) => ({ stage, count: handoffs.filter((one) => one.stage === stage).length }))
		.filter(({ count }) => count > 0)
		.map(({ stage, count }) => t(`handoffs.stage.${stage}`, { count }));
	const followed = handoffs.flatMap(({ stage, followed }) =>
		followed && stage !== "closed" ? [followed] : [],
	);
	return (
		<>
			<p className="mt-3 text-ink-soft">{t("handoffs.others", { counts: counts.join(", ") })}</p>
			{followed.length > 0 ? (
				<ul className="mt-2">
					{followed.map(({ handle, step }) => (
						<li key={handle}>
							<TextLink to={paths.handoff(handle)}>{step}</TextLink>
						</li>
					))}
				</ul>
			) : null}
		</>
	);
}

function OwnLines({ lines, timeZone }: { lines: Own[]; timeZone: string }) {
	const t = useT("situations");
	const states = useT("handoffStates");
	const due = useDue(timeZone);
	return (
		<ul className="divide-y divide-rule border-y border-rule">
			{lines.map((line) => (
				<li key={line.handle} className="relative flex gap-3.5 py-3 hover:bg-sunken">
					<Mark kind={markOf(line)} className="mt-[0.2em]" />
					<div className="min-w-0">
						<Link
							to={paths.handoff(line.handle)}
							className="font-semibold after:absolute after:inset-0 hover:underline"
						>
							{line.step}
						</Link>
						<p className="text-small text-ink-soft">
							{t(line.side === "sender" ? "handoffs.to" : "handoffs.from", { name: line.other })}
							{" · "}
							{states(`state.${line.state}`)}
							{line.unmatched ? <> · {states("unmatched")}</> : null}
							{line.ended && line.due ? <> · {t("handoffs.toRead")}</> : null}
							{line.due ? <> · {due(line.due)}</> : null}
						</p>
					</div>
				</li>
			))}
		</ul>
	);
}

function markOf({ ended, due }: Own) {
	if (ended) return "done";
	const mark = due ? dueMark(due) : "open";
	return mark === "waiting" ? "open" : mark;
}
