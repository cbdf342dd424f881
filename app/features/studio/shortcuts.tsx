import "#app/locales/needed/studio.ts";
import { useRef } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";

const keys = ["arrows", "seek", "enter", "move", "undo", "help", "outline", "send"] as const;

/** The keys that help, for those who like them: only where scripts run. */
export function Shortcuts() {
	const t = useT("studio");
	const dialog = useRef<HTMLDialogElement>(null);
	return (
		<div className="hidden in-data-scripted:block">
			<Button
				type="button"
				kind="quiet"
				id="shortcuts"
				aria-haspopup="dialog"
				onClick={() => dialog.current?.showModal()}
			>
				{t("editor.shortcuts.button")}
			</Button>
			<dialog
				ref={dialog}
				aria-labelledby="shortcuts-title"
				className="m-auto max-w-measure rounded-panel border border-border bg-surface p-6 text-ink backdrop:bg-ink/40"
			>
				<h2 id="shortcuts-title" className="mb-2 text-title-3 font-semibold">
					{t("editor.shortcuts.title")}
				</h2>
				<p className="mb-4 text-ink-soft">{t("editor.shortcuts.lead")}</p>
				<dl className="mb-6 grid grid-cols-[auto_1fr] gap-x-5 gap-y-2">
					{keys.map((key) => (
						<div key={key} className="contents">
							<dt>
								<kbd className="font-mono text-small">{t(`editor.shortcuts.keys.${key}`)}</kbd>
							</dt>
							<dd>{t(`editor.shortcuts.${key}`)}</dd>
						</div>
					))}
				</dl>
				<Button type="button" kind="secondary" onClick={() => dialog.current?.close()}>
					{t("editor.shortcuts.close")}
				</Button>
			</dialog>
		</div>
	);
}
