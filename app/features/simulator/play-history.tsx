import "#app/locales/needed/simulator.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { ChangeView } from "./present-change.ts";
import type { PlayView } from "./present-play.ts";

type Props = Pick<PlayView, "history" | "timeZone">;

/** What was played, the latest act first, with what each act changed. */
export function PlayHistory({ history, timeZone }: Props) {
	const t = useT("simulator");
	const format = useFormat(timeZone);
	const wordsOf = useChangeWords();
	return (
		<Timeline
			label={t("history.title")}
			moments={history.map(({ number, at, day, words, changes }) => ({
				key: String(number),
				when: t("play.clock", { day, weekday: format.weekday(at), time: format.time(at) }),
				title: number === 0 ? t("history.opening") : `${number}. ${words}`,
				children:
					changes.length > 0 ? (
						<ul className="list-disc space-y-0.5 pl-5 text-small">
							{changes.map((change, place) => (
								// biome-ignore lint/suspicious/noArrayIndexKey: what an act changed does not move
								<li key={place}>{wordsOf(change)}</li>
							))}
						</ul>
					) : (
						<p className="text-small text-ink-soft">{t("history.nothing")}</p>
					),
			}))}
		/>
	);
}

/** Words what an act changed. */
function useChangeWords(): (change: ChangeView) => string {
	const t = useT("simulator");
	return (change) => {
		switch (change.kind) {
			case "opened":
			case "left":
				return t(`changes.${change.kind}`, { title: change.title });
			case "holds": {
				const part = change.part ? t("changes.part", { title: change.part }) : t("changes.course");
				return t("changes.holds", { who: change.who, part });
			}
			case "handoff": {
				const state = t(`states.${change.state}`);
				return change.who
					? t("changes.handoff", { title: change.title, who: change.who, state })
					: t("changes.handoffOutside", { title: change.title, state });
			}
			case "struck":
				return t("changes.struck", { title: change.title, stage: t(`stages.${change.stage}`) });
			case "plays":
				return t("changes.plays", { who: change.who, role: change.role });
			case "closed":
				return t("changes.closed");
		}
	};
}
