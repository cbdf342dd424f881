import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { classNames } from "#app/ui/class-names.ts";
import { controlStyle, describedBy, FieldError, Hint, Optional } from "#app/ui/field-frame.tsx";
import type { Text } from "#protocols/language/text.ts";
import { useEditing } from "./editing.ts";
import type { EditorField } from "./editor-form.tsx";

type Props = {
	field: EditorField;
	/** `title` for the fields `titleFr` and `titleEn`. */
	name: string;
	label: string;
	hint?: string;
	saved: Text | undefined;
	/** How many lines to write on; a title has three, as both languages share the width. */
	lines?: number;
	/** May be left empty in both languages. */
	optional?: boolean;
};

/** One text in both languages side by side, with what is missing marked. */
export function BilingualField({ field, name, label, hint, saved, lines = 3, optional }: Props) {
	const t = useT("studio");
	const { english } = useEditing();
	const fr = field(`${name}Fr`, saved?.fr);
	const en = field(`${name}En`, saved?.en);
	const missing = english && saved !== undefined && saved.en === undefined;
	return (
		<fieldset className="mb-6 max-w-measure">
			<legend className="mb-1.5 font-semibold">
				{label}
				{optional ? <Optional /> : null}
			</legend>
			<Hint id={fr.id}>{hint}</Hint>
			<div className="grid gap-x-4 gap-y-3 @sm:grid-cols-2">
				<Side {...fr} label={t("part.french")} language="fr" lines={lines} />
				<Side
					{...en}
					label={t("part.english")}
					language="en"
					lines={lines}
					mark={missing ? t("part.toTranslate") : undefined}
				/>
			</div>
		</fieldset>
	);
}

/** As tall as what is written, where the browser knows how; never lower than its lines. */
const growing = "grow field-sizing-content min-h-[6.2rem] max-h-[32rem]";

type SideProps = ReturnType<EditorField> & {
	label: string;
	language: "fr" | "en";
	lines: number;
	/** What is missing, in a word beside the label. */
	mark?: string;
};

function Side({ label, language, lines, mark, error, id, name, defaultValue }: SideProps) {
	const control = {
		...{ id, name, defaultValue, lang: language },
		...describedBy(id, { error }),
		autoComplete: "off",
	};
	return (
		<div className="flex min-w-0 flex-col">
			<label htmlFor={id} className="mb-1 flex flex-wrap gap-x-2 text-small text-ink-soft">
				{label}
				{mark ? <span className="font-semibold text-late">{mark}</span> : null}
			</label>
			<FieldError id={id}>{error}</FieldError>
			<textarea
				{...control}
				rows={lines}
				className={classNames(controlStyle, growing, mark && "border-dashed border-late")}
			/>
		</div>
	);
}
