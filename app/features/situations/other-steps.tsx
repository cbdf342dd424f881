import "#app/locales/needed/situations.ts";
import "#app/locales/needed/handoff-states.ts";
import { dueMark, useDue } from "#app/i18n/use-due.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Heading } from "#app/ui/heading.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { Panel } from "#app/ui/page.tsx";
import type { SituationView, StepCard } from "./present-situation.ts";

/** A step that nobody carries yet: who holds the situation chooses. */
export function UnboundStep(props: {
	step: StepCard;
	handle: string;
	steers: boolean;
	first: boolean;
}) {
	const { step, handle, steers, first } = props;
	const t = useT("situations");
	return (
		<Panel>
			<p className="text-small text-ink-soft">{step.place ?? t("todo.chooseTitle")}</p>
			<Heading level={3}>{step.title}</Heading>
			<p className="mt-2">
				{step.place ? `${t("todo.chooseTitle")}. ` : null}
				{t("todo.chooseLead", { role: step.role })}
			</p>
			{steers ? (
				<div className="mt-4">
					<LinkButton
						kind={first ? "primary" : "secondary"}
						className="sm:w-full"
						to={paths.bindRole(handle, step.roleId)}
					>
						{t("todo.choose")} <span className="sr-only">: {step.title}</span>
					</LinkButton>
				</div>
			) : (
				<p className="mt-2 text-ink-soft">{t("todo.chooseOther")}</p>
			)}
		</Panel>
	);
}

type Props = Pick<SituationView, "elsewhere" | "handoffs" | "timeZone">;

/** The steps of others that one follows: which, who, until when; never what they answer. */
export function OtherSteps({ elsewhere, handoffs, timeZone }: Props) {
	const t = useT("situations");
	const handedOff = useHandedOff(handoffs);
	const due = useDue(timeZone);
	return (
		<ul aria-label={t("elsewhere.title")} className="divide-y divide-rule border-y border-rule">
			{elsewhere.map((step) => (
				<li key={step.id} className="flex gap-3.5 py-3">
					<Mark
						kind={dueMark(step.due) === "waiting" ? "open" : dueMark(step.due)}
						className="mt-[0.2em]"
					/>
					<div className="min-w-0">
						<p>{step.title}</p>
						<p className="text-small text-ink-soft">
							{step.own
								? handedOff(step.id)
								: t("elsewhere.carried", { role: step.role, name: step.who?.name ?? "" })}
							{" · "}
							{due(step.due)}
						</p>
					</div>
				</li>
			))}
		</ul>
	);
}

/** The steps of partners that one does not follow: at whose, how many, how they go; never which. */
export function PartnerSteps({ partners }: Pick<SituationView, "partners">) {
	const t = useT("situations");
	return (
		<div className="mt-6 first:mt-0">
			<p className="text-ink-soft">{t("elsewhere.partners")}</p>
			<ul aria-label={t("elsewhere.partners")} className="mt-2">
				{partners.map(({ name, states }) => (
					<li key={name ?? ""} className="flex gap-3.5 py-1.5">
						<Mark
							kind={states.some(({ state }) => state === "late") ? "late" : "open"}
							className="mt-[0.2em]"
						/>
						<span className="min-w-0">
							{name ?? t("elsewhere.nobody")}
							{" · "}
							{states
								.map(({ state, count }) => t(`elsewhere.states.${state}`, { count }))
								.join(", ")}
						</span>
					</li>
				))}
			</ul>
		</div>
	);
}

/** To whom a step of one's own was handed off, and how far that is. */
function useHandedOff(handoffs: SituationView["handoffs"]): (stepId: string) => string {
	const t = useT("situations");
	const states = useT("handoffStates");
	return (stepId) =>
		handoffs
			.flatMap((one) => (one.own && one.stepId === stepId && !one.ended ? [one] : []))
			.map(
				({ other, state }) => `${t("elsewhere.to", { name: other })} · ${states(`state.${state}`)}`,
			)
			.join(", ");
}
