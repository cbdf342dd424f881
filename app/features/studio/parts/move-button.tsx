import { Button } from "#app/ui/button.tsx";
import { EditorForm } from "../editor-form.tsx";

type Props = {
	id: string;
	act: string;
	hidden: Record<string, string | undefined>;
	label: string;
};

/** One button that is a whole command. */
export function MoveButton({ id, act, hidden, label }: Props) {
	return (
		<EditorForm id={id} act={act} hidden={hidden}>
			{() => <Button kind="quiet">{label}</Button>}
		</EditorForm>
	);
}
