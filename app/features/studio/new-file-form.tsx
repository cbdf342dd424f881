import "#app/locales/needed/studio.ts";
import { type ChangeEvent, useRef, useState } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { FieldError } from "#app/ui/field-frame.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextArea } from "#app/ui/text-field.tsx";
import type { FileReport } from "./new-draft-answer.ts";

type Props = {
	field: { name: string; id: string; defaultValue: string | undefined; error: string | undefined };
	report: FileReport | undefined;
};

/** A protocol brought as text: chosen as a file where scripts run, or pasted. */
export function FileForm({ field, report }: Props) {
	const t = useT("studio");
	const area = useRef<HTMLDivElement>(null);
	const [fault, setFault] = useState<"tooLong" | "notText">();
	const take = async ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
		const text = await currentTarget.files?.[0]?.text();
		if (text === undefined) return;
		// A browser stands still over megabytes in a field, and what was written there would be gone.
		const { longestText } = await import("./new-draft.schema.ts");
		const found =
			text.length > longestText ? "tooLong" : text.includes("\0") ? "notText" : undefined;
		setFault(found);
		const written = area.current?.querySelector("textarea");
		if (written && !found) written.value = text;
	};
	return (
		<>
			{report ? <Report report={report} /> : null}
			<div className="mb-6 hidden max-w-measure in-data-scripted:block">
				<label htmlFor="chosen" className="mb-1.5 block font-semibold">
					{t("new.file.choose")}
				</label>
				<p id="chosen-hint" className="mb-2 text-ink-soft">
					{t("new.file.chooseHint")}
				</p>
				<div role="alert">
					<FieldError id="chosen">{fault ? t(`new.file.${fault}`) : ""}</FieldError>
				</div>
				<input
					type="file"
					id="chosen"
					accept=".json,application/json"
					aria-describedby={fault ? "chosen-hint chosen-error" : "chosen-hint"}
					aria-invalid={fault !== undefined || undefined}
					onChange={take}
					className="block min-h-target w-full file:mr-4 file:min-h-target file:rounded-control file:border-2 file:border-ink file:bg-transparent file:px-5 file:font-semibold file:text-ink"
				/>
			</div>
			<div ref={area}>
				<TextArea
					{...field}
					label={t("new.file.label")}
					hint={t("new.file.hint")}
					rows={6}
					spellCheck={false}
				/>
			</div>
		</>
	);
}

/** What was not understood, line by line; or what is to be known before the file is taken. */
function Report({ report: { refused, lines, more } }: { report: FileReport }) {
	const t = useT("studio");
	return (
		<div className="mb-6" role="alert">
			<Notice
				kind={refused ? "failed" : "late"}
				title={t(refused ? "new.file.refused" : "new.file.notices")}
			>
				<ul className="list-disc space-y-1 pl-5">
					{lines.map(({ line, sentence }) => (
						<li key={`${line} ${sentence}`}>{t("new.file.line", { line, sentence })}</li>
					))}
				</ul>
				{more > 0 ? <p>{t("new.file.more", { count: more })}</p> : null}
				{refused ? null : <p>{t("new.file.again")}</p>}
			</Notice>
			{refused ? null : <HiddenFields values={{ known: "yes" }} />}
		</div>
	);
}
