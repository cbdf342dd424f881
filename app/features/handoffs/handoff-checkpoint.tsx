import "#app/locales/needed/handoffs.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";

/** What a handoff was last witnessed with, and on which day; a structure may copy it. */
export type ShownCheckpoint = { short: string; at: number };

type Props = { checkpoint: ShownCheckpoint; timeZone: string };

/** One quiet line: copied by both sides, it shows later that nobody changed the past. */
export function HandoffCheckpoint({ checkpoint: { short, at }, timeZone }: Props) {
	const t = useT("handoffs");
	const format = useFormat(timeZone);
	return (
		<p className="mt-12 max-w-measure text-small text-ink-soft">
			{t("page.checkpoint", { at: format.date(at) })}{" "}
			<span className="font-mono whitespace-nowrap">{short}</span>
		</p>
	);
}
