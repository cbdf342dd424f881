import "#app/locales/needed/situations.ts";
import "#app/locales/needed/handoff-states.ts";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Panel } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { OwnHandoffLine } from "./present-situation.ts";

type Props = { task: OwnHandoffLine; timeZone: string; first: boolean };

/** A handoff that one's own structure took up: the step waits for what it brings back. */
export function HandoffTask({ task, timeZone, first }: Props) {
	const t = useT("situations");
	const states = useT("handoffStates");
	const due = useDue(timeZone);
	return (
		<Panel>
			<p className="text-small text-ink-soft">{t("todo.handedOver", { name: task.other })}</p>
			<Heading level={3}>{task.step}</Heading>
			<p className="mt-1">{states(`state.${task.state}`)}</p>
			{task.due ? (
				<p>
					<StatusTag kind={dueMark(task.due)}>{due(task.due)}</StatusTag>
				</p>
			) : null}
			<div className="mt-3 print:hidden">
				<LinkButton
					kind={first ? "primary" : "secondary"}
					className="sm:w-full"
					to={paths.handoff(task.handle)}
				>
					{t("todo.openHandoff")} <span className="sr-only">: {task.step}</span>
				</LinkButton>
			</div>
		</Panel>
	);
}
