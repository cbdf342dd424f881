import { Form } from "@remix-run/react";
import {
	type FormEvent,
	type KeyboardEvent,
	type ReactNode,
	useEffect,
	useRef,
	useState,
} from "react";
import { useText } from "#app/i18n/use-t.ts";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { EditAnswer } from "./edit-answer.ts";
import { useEditing } from "./editing.ts";
import { withIds } from "./field-ids.ts";
import { RefusedEdit } from "./refused-edit.tsx";
import { useRenewedForm } from "./use-renewed-form.ts";

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
	const key = useTakenOver(id, JSON.stringify(saved));
	return <MountedForm key={key} id={id} {...props} />;
}

function MountedForm(props: Omit<Props, "saved">) {
	const { id, act, label, hidden, autosave, renews = false, className, children } = props;
	const { seen, part, answer, saver } = useEditing();
	const text = useText();
	const form = useRef<HTMLFormElement>(null);
	const own = useRef(seen);
	const plain = refusedOf(answer, id);
	const live = refusedOf(saver.refused.get(id), id);
	const kind = useKindForm({ answer: plain, schema });
	const refusal = (plain ?? live)?.refusal;
	useRenewedForm(form, { id, renews, refused: plain !== undefined });
	if (!saver.isWriting(id)) own.current = Math.max(seen, saver.last?.revision ?? 0);

	useEffect(() => {
		const element = form.current;
		return () => {
			if (element && autosave) saver.flush();
		};
	}, [autosave, saver.flush]);

	const written = (name: string) => (plain ? wordsIn(plain.values?.[name]) : undefined);
	const field: EditorField = (name, value) => ({
		name,
		id: `${id}-${name}`,
		defaultValue: written(name)?.[0] ?? String(value ?? ""),
		error: kind.field(name).error ?? live?.errors?.[name]?.slice(0, 1).map(text)[0],
	});
	const typed = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
		if (autosave) saver.typed(currentTarget);
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
			onBlur={autosave ? saver.flush : undefined}
			onSubmit={(event) => {
				saver.forget(event.currentTarget);
				void kind.props.onSubmit(event);
			}}
		>
			<HiddenFields values={{ act, form: id, seen: own.current, part, ...hidden }} />
			<FormErrors attempt={kind.summary.attempt} errors={withIds(id, kind.summary.errors)} />
			{refusal ? <RefusedEdit refusal={refusal} /> : null}
			{children(field, written)}
		</Form>
	);
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

/** A key that changes when the part was changed by anything but this form: undone, or by somebody else. */
function useTakenOver(id: string, saved: string | undefined): number {
	const { seen, saver } = useEditing();
	const [held, setHeld] = useState({ saved, key: 0 });
	if (held.saved !== saved) {
		const writes = saver.isWriting(id) || saver.refused.has(id);
		const own = writes || (saver.last?.form === id && saver.last.revision === seen);
		setHeld({ saved, key: own ? held.key : held.key + 1 });
	}
	return held.key;
}

function wordsIn(value: string | string[] | undefined): string[] | undefined {
	return value === undefined ? undefined : [value].flat();
}
