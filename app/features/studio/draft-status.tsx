import "#app/locales/needed/studio.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { useEditing } from "./editing.ts";
import { EditorForm } from "./editor-form.tsx";
import { Shortcuts } from "./shortcuts.tsx";

type Props = {
	savedAt: number;
	savedToday: boolean;
	timeZone: string;
	canUndo: boolean;
	canRedo: boolean;
	/** Who else has the draft open. */
	others: string[];
};

/** When the draft was saved, who else writes in it, and the way back. */
export function DraftStatus({ savedAt, savedToday, timeZone, canUndo, canRedo, others }: Props) {
	const t = useT("studio");
	const format = useFormat(timeZone);
	const { state } = useEditing().saver.news;
	const saved = savedToday
		? t("editor.saved", { time: format.time(savedAt) })
		: t("editor.savedOn", { date: format.dateTime(savedAt) });
	const words = { still: saved, saving: t("editor.saving"), refused: t("editor.unsaved") };
	return (
		<div className="mb-5 flex flex-wrap items-center gap-x-6 gap-y-1">
			<UndoButton act="undo" able={canUndo} />
			<UndoButton act="redo" able={canRedo} />
			<Shortcuts />
			<p role="status" className="min-h-6 text-ink-soft tabular-nums">
				{state === "offline" ? t("editor.offline") : words[state]}
			</p>
			{others.length > 0 ? (
				<p role="status" className="font-semibold text-late">
					{t("editor.others", { count: others.length, names: others.join(", ") })}
				</p>
			) : null}
		</div>
	);
}

/** The button keeps its place and the focus when there is nothing left to take back. */
function UndoButton({ act, able }: { act: "undo" | "redo"; able: boolean }) {
	const t = useT("studio");
	return (
		<EditorForm id={act} act={act}>
			{() => (
				<Button
					kind="quiet"
					aria-disabled={!able || undefined}
					className={able ? undefined : "opacity-60"}
				>
					{t(`editor.${act}`)}
				</Button>
			)}
		</EditorForm>
	);
}
