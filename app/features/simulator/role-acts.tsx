import "#app/locales/needed/simulator.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { Panel } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { AnswerForm } from "./answer-form.tsx";
import { PlayForm } from "./play-form.tsx";
import type { RoleActs as RoleView } from "./present-acts.ts";
import type { ActButton } from "./present-handoff-acts.ts";

/** What one role can do now: answer its steps, hand off, act on handoffs, report an event. */
export function RoleActs({ role, seen }: { role: RoleView; seen: number }) {
	const t = useT("simulator");
	return (
		<Panel>
			<h3 className="text-title-3 font-semibold">{t("acts.as", { role: role.label })}</h3>
			<p className="mb-4 text-small text-ink-soft">{role.structure ?? t("acts.asNobody")}</p>
			<div className="space-y-6">
				{role.answers.map((answer) => (
					<AnswerForm key={answer.step} answer={answer} seen={seen} />
				))}
				{role.handoffs.map(({ step, title, acts }) => (
					<section key={step}>
						<h4 className="mb-2 font-semibold">{title}</h4>
						<div className="flex flex-wrap items-start gap-x-6 gap-y-2">
							{acts.map((act) => (
								<HandoffAct key={act.id} {...{ act, seen }} />
							))}
						</div>
					</section>
				))}
				{role.raises.length > 0 ? (
					<Details summary={t("acts.raises")}>
						<div className="flex flex-wrap gap-x-6">
							{role.raises.map(({ act, words }) => (
								<PlayForm key={act} intent="act" seen={seen} values={{ act }}>
									<Button kind="quiet">{words}</Button>
								</PlayForm>
							))}
						</div>
					</Details>
				) : null}
			</div>
		</Panel>
	);
}

type ActProps = { act: ActButton; seen: number };

function HandoffAct({ act, seen }: ActProps) {
	const t = useT("simulator");
	const words = useWordsOf(act);
	if (act.reasons.length === 0) {
		return (
			<PlayForm intent="act" seen={seen} values={{ act: act.act }}>
				<Button kind="quiet">{words}</Button>
			</PlayForm>
		);
	}
	return (
		<Details summary={words}>
			<PlayForm intent="act" seen={seen}>
				<SelectField
					name="act"
					id={`reason-${act.id}`}
					label={t("acts.reason")}
					choices={act.reasons}
				/>
				<Button kind="secondary">{words}</Button>
			</PlayForm>
		</Details>
	);
}

function useWordsOf({ kind, words, leads, mayStay }: ActButton): string {
	const t = useT("simulator");
	if (kind === "send" || kind === "draft") return t(`acts.${kind}`);
	const act = `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
	if (leads) return t("acts.leads", { act, outcome: leads });
	return mayStay ? t("acts.stays", { act }) : act;
}
