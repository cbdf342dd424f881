import "#app/locales/needed/colleagues.ts";
import "#app/locales/needed/invitations.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Mark } from "#app/ui/mark.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { type ShownColleague, useColleagueWords } from "./colleague-words.ts";

type Props = {
	colleague: ShownColleague;
	answer: FormAnswer | undefined;
	/** What asks again who is in front of the screen; once, whatever is done on this page. */
	proof: ReactNode;
};

/** One colleague: what they may do, and the end of it. One form, so that one proof is enough. */
export function ColleaguePage({ colleague, answer, proof }: Props) {
	const t = useT("colleagues");
	const { rights, seen } = useColleagueWords()(colleague);
	const { label, suspended, own } = colleague;
	return (
		<Page
			title={label}
			above={t("change.title")}
			lead={`${rights} · ${seen}`}
			back={{ to: paths.colleagues(), label: t("change.back") }}
		>
			<form method="post">
				<FormErrors {...(answer?.errors ? { errors: answer.errors } : {})} />
				{suspended ? (
					<Section title={t("change.open")}>
						<p className="max-w-measure">{t("change.openLead")}</p>
						{proof}
						<Actions>
							<Button name="act" value="open">
								{t("change.openAct")}
							</Button>
						</Actions>
					</Section>
				) : (
					<>
						{proof}
						<Rights colleague={colleague} />
						<Section title={t("change.close")}>
							{own ? <p>{t("change.yourself")}</p> : <Close refersTo={colleague.refersTo} />}
						</Section>
					</>
				)}
			</form>
		</Page>
	);
}

function Rights({ colleague }: Pick<Props, "colleague">) {
	const t = useT("colleagues");
	const words = useT("invitations");
	const held = (["reception", "manager"] as const).filter((right) => colleague[right]);
	return (
		<Section title={t("change.rights")}>
			<CheckboxGroup
				name="rights"
				label={words("rights")}
				hint={words("rightsHint")}
				defaultValue={held}
				choices={(["reception", "manager"] as const).map((right) => ({
					value: right,
					label: words(`right.${right}`),
					hint: words(`rightHint.${right}`),
				}))}
				optional
			/>
			<Button name="act" value="rights">
				{t("change.submit")}
			</Button>
		</Section>
	);
}

function Close({ refersTo }: Pick<ShownColleague, "refersTo">) {
	const t = useT("colleagues");
	return (
		<>
			<p className="max-w-measure">{t("change.closeLead")}</p>
			{refersTo > 0 ? (
				<p className="mt-3 flex gap-3 font-semibold">
					<Mark kind="late" className="mt-[0.2em]" />
					{t("refersTo", { count: refersTo })}
				</p>
			) : null}
			<Actions>
				<Button kind="secondary" name="act" value="close">
					{t("change.closeAct")}
				</Button>
			</Actions>
		</>
	);
}
