import "#app/locales/needed/studio.ts";
import { useT, useText } from "#app/i18n/use-t.ts";
import { DataList } from "#app/ui/data-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import type { RefusalView } from "./edit-answer.ts";
import { useEditing } from "./editing.ts";

/** Why an edit was not made; what was written stays in its fields. */
export function RefusedEdit({ refusal }: { refusal: RefusalView }) {
	const t = useT("studio");
	const text = useText();
	const { address } = useEditing();
	const { sentence, lines, meanwhile } = refusal;
	if (meanwhile) {
		return (
			<div className="mb-6" role="alert">
				<Notice kind="late" title={t("editor.conflict", { who: meanwhile.by })}>
					<p>{t("editor.conflictLead")}</p>
					<p className="font-semibold">{t("editor.theirs")}</p>
					<DataList
						items={meanwhile.fields.map(({ label, theirs }) => ({
							term: text(label),
							description: <span className="whitespace-pre-line">{theirs}</span>,
						}))}
					/>
				</Notice>
			</div>
		);
	}
	return (
		<div className="mb-6" role="alert">
			<Notice kind="failed" title={t("editor.refused")}>
				<p>{sentence}</p>
				{lines.length > 0 ? (
					<ul className="list-disc space-y-1 pl-5">
						{lines.map((line) => (
							<li key={line.sentence}>
								{line.part ? (
									<TextLink to={address(line.part)}>{line.sentence}</TextLink>
								) : (
									line.sentence
								)}
							</li>
						))}
					</ul>
				) : null}
			</Notice>
		</div>
	);
}
