import "#app/locales/needed/situations.ts";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Panel } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { StepCard as Step } from "./present-situation.ts";

type Props = { step: Step; handle: string; timeZone: string; first: boolean };

/** A step of one's own: what it is, until when, what helps, why, and the act that answers it. */
export function StepCard({ step, handle, timeZone, first }: Props) {
	const due = useDue(timeZone);
	return (
		<Panel>
			{step.place ? <p className="text-small text-ink-soft">{step.place}</p> : null}
			<Heading level={3}>{step.title}</Heading>
			<p className="mt-1">
				<StatusTag kind={dueMark(step.due)}>{due(step.due)}</StatusTag>
			</p>
			{step.help && first ? <p className="mt-3">{step.help.guidance}</p> : null}
			<WhyThisStep step={step} withGuidance={!first} />
			<div className="mt-3 print:hidden">
				<Act step={step} handle={handle} first={first} />
			</div>
		</Panel>
	);
}

function Act({ step, handle, first }: Omit<Props, "timeZone">) {
	const t = useT("situations");
	const kind = first ? "primary" : "secondary";
	const role = step.help?.recipient ?? "";
	if (step.kind === "handoff") {
		return (
			<LinkButton kind={kind} className="sm:w-full" to={paths.newHandoff(handle, step.id)}>
				{step.help?.external ? t("todo.declare", { role }) : t("todo.handoff", { role })}
				<span className="sr-only"> ({step.title})</span>
			</LinkButton>
		);
	}
	return (
		<LinkButton kind={kind} className="sm:w-full" to={paths.step(handle, step.id)}>
			{t("todo.answer")} <span className="sr-only">: {step.title}</span>
		</LinkButton>
	);
}

/** How one got here, what the protocol says, who carries it, what the delay rests on. */
export function WhyThisStep({ step, withGuidance }: { step: Step; withGuidance?: boolean }) {
	const t = useT("situations");
	const why = useWhy();
	if (!step.help) return null;
	return (
		<Details summary={t(withGuidance ? "todo.guidanceAndWhy" : "todo.why")}>
			<ul className="space-y-2">
				{withGuidance ? <li>{step.help.guidance}</li> : null}
				<li>{why(step.help.why)}</li>
				<li>{t("todo.role", { role: step.role })}</li>
				<li>{t("todo.delay", { delay: step.help.delay })}</li>
			</ul>
		</Details>
	);
}

type Why = NonNullable<Step["help"]>["why"];

function useWhy(): (why: Why) => string {
	const t = useT("situations");
	const after = (title: string, { outcome, who }: Pick<Why, "outcome" | "who">) => {
		if (!who) return t("todo.afterHandoff", { title });
		if (outcome) return t("todo.afterOwn", { title, outcome });
		return t("todo.after", { title, name: who.own ? t("yours") : who.name });
	};
	return (why) => {
		if (why.by === "opening") return t("todo.opening");
		if (why.by === "version") return t("todo.version");
		if (why.by === "interruption") return t("todo.interruption", { title: why.title });
		return after(why.title, why);
	};
}
