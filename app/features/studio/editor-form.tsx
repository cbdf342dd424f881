import { Form } from "@remix-run/react";
import {
	type FormEvent,
	type KeyboardEvent,
	type MutableRefObject,
	type ReactNode,
	type RefObject,
	useRef,
} from "react";
import { useText } from "#app/i18n/use-t.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { CarriedFields } from "./carried-fields.ts";
import type { EditAnswer } from "./edit-answer.ts";
import { useEditing } from "./editing.ts";
import { withIds } from "./field-ids.ts";
import { RefusedEdit } from "./refused-edit.tsx";
import { writtenForm } from "./use-draft-saver.ts";
import { useKeptWords } from "./use-kept-words.ts";
import { useRenewedForm } from "./use-renewed-form.ts";
import { useStanding } from "./use-standing.ts";
import { useStillness } from "./use-stillness.ts";

/** What a field of the editor is given: unique on the page, with what it held. */
export type EditorField = (
	name: string,
	saved?: string | number,
) => { name: string; id: string; defaultValue: string; error: string | undefined };

type Props = {
	/** Names the form on its page. */
	id: string;
	act: string;
	/** What the form is for, said to whoever enters it without seeing what it unfolded from. */
	label?: string;
	hidden?: Record<string, string | undefined>;
	/** What is kept of the part: the fields take it over when it changes elsewhere. */
	saved?: unknown;
	/** Sends itself while somebody writes. */
	autosave?: boolean;
	/** Stays open for another one, once what it added is there. */
	renews?: boolean;
	className?: string;
	children: (field: EditorField, values: EditedValues) => ReactNode;
};

/** What was written in a form that the server did not take; lists by their names. */
export type EditedValues = (name: string) => string[] | undefined;

type Refused = Exclude<EditAnswer, { saved: unknown }>;

/** One command on the draft: a plain form; where scripts run it also sends itself, and checks first. */
export function EditorForm({ id, saved, ...props }: Props) {
	const form = useRef<HTMLFormElement>(null);
	const carried = useRef<CarriedFields>();
	const { key, base } = useStanding(id, { saved: JSON.stringify(saved), form });
	return <MountedForm key={key} {...props} {...{ id, form, carried, base }} />;
}

type MountedProps = Omit<Props, "saved"> & {
	form: RefObject<HTMLFormElement>;
	carried: MutableRefObject<CarriedFields | undefined>;
	/** The revision that the fields show. */
	base: number;
};

function MountedForm(props: MountedProps) {
	const { id, act, label, hidden, autosave, renews = false, className, children } = props;
	const { form, carried, base } = props;
	const { part, answer, saver } = useEditing();
	const text = useText();
	const plain = refusedOf(answer, id);
	const live = refusedOf(saver.news.refused.get(id), id);
	const kind = useKindForm({ answer: plain, schema });
	const refusal = (plain ?? live)?.refusal;
	useRenewedForm(form, { id, renews, refused: plain !== undefined });
	useKeptWords(form, { carried, autosave, base });
	const sendsAlone = useStillness(form);

	const refusedValues = (plain ?? live)?.values;
	const written = (name: string) => refusedValues && wordsIn(refusedValues[name]);
	const field: EditorField = (name, value) => ({
		name,
		id: `${id}-${name}`,
		defaultValue: written(name)?.[0] ?? String(value ?? ""),
		error: kind.field(name).error ?? live?.errors?.[name]?.slice(0, 1).map(text)[0],
	});
	const typed = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
		if (autosave) saver.saving.typed(writtenForm(currentTarget));
	};
	return (
		<Form
			method="post"
			ref={form}
			data-form={id}
			aria-label={label}
			className={className}
			{...kind.props}
			preventScrollReset
			onInput={typed}
			onKeyDown={sendOnControlEnter}
			onBlur={autosave ? () => saver.saving.flush() : undefined}
			onSubmit={(event) => {
				if (sendsAlone(event)) void kind.props.onSubmit(event);
			}}
		>
			<HiddenFields
				values={{ act, form: id, part, ...hidden, ...revisionsOf(base, plain ?? live) }}
			/>
			<FormErrors attempt={kind.summary.attempt} errors={withIds(id, kind.summary.errors)} />
			{refusal ? <RefusedEdit refusal={refusal} /> : null}
			{children(field, written)}
		</Form>
	);
}

/** What was refused stands on the revision that it was written on, and may replace what it was shown beside. */
function revisionsOf(base: number, refused: Refused | undefined) {
	const meanwhile = refused?.refusal?.meanwhile;
	const [seen] = wordsIn(refused?.values?.seen);
	return meanwhile && seen ? { seen, over: meanwhile.revision } : { seen: base };
}

/** In a field of several lines, Enter makes a line: with Ctrl it sends the form. */
function sendOnControlEnter(event: KeyboardEvent<HTMLFormElement>): void {
	if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
	event.preventDefault();
	event.currentTarget.requestSubmit();
}

const schema = () =>
	import("./forms/edit-form.schema.ts").then(({ editForm }) => editForm as never);

/** What a form was answered that was not taken. */
function refusedOf(answer: EditAnswer | undefined, id: string): Refused | undefined {
	return answer && "form" in answer && answer.form === id ? answer : undefined;
}

/** A list without a ticked box is not sent at all. */
function wordsIn(value: string | string[] | undefined): string[] {
	return value === undefined ? [] : [value].flat();
}
