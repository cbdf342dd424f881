import "#app/locales/needed/situations.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { SteeringView } from "./present-acts.ts";

type Props = {
	view: SteeringView;
	formKey: string;
	answer?: FormAnswer;
	refusal: ReactNode;
	open: boolean;
};

/** Choosing who plays a role, or who follows the whole, among structures of the territory. */
export function SteeringPage({ view, formKey, answer, refusal, open }: Props) {
	const t = useT("situations");
	const { role, handle, alias, now, candidates } = view;
	const back = { to: paths.situation(handle), label: t("backTo") };
	return (
		<Page
			title={role === null ? t("lead.title") : t("role.title", { role })}
			above={alias}
			lead={role === null ? t("lead.lead") : t("role.lead")}
			back={back}
		>
			{refusal}
			{now ? <p className="mb-4 text-ink-soft">{t("role.now", { name: now })}</p> : null}
			{open && candidates.length > 0 ? <Choice {...{ view, formKey, answer }} /> : null}
			{open && candidates.length === 0 ? (
				<EmptyState title={t("role.nobody")}>
					<p>{t("role.nobodyLead")}</p>
				</EmptyState>
			) : null}
			{open ? null : <LinkButton to={back.to}>{back.label}</LinkButton>}
		</Page>
	);
}

function Choice({ view, formKey, answer }: Pick<Props, "view" | "formKey" | "answer">) {
	const t = useT("situations");
	const form = useKindForm({ answer, schema });
	const about = useAbout();
	const { candidates, chosen, role } = view;
	const field = form.field("structure");
	return (
		<Form method="post" {...form.props}>
			<FormErrors {...form.summary} />
			<HiddenFields values={{ key: formKey, seen: view.seen }} />
			<RadioGroup
				{...field}
				label={t("role.label")}
				defaultValue={field.defaultValue ?? chosen ?? only(candidates)}
				choices={candidates.map((candidate) => ({
					value: candidate.id,
					label: candidate.name ?? t("role.protected", { role: role ?? "" }),
					hint: about(candidate),
				}))}
			/>
			<Actions>
				<Button>{role === null ? t("lead.submit") : t("role.submit")}</Button>
			</Actions>
		</Form>
	);
}

const schema = () =>
	import("./structure-form.schema.ts").then(({ structureForm }) => structureForm);

function only(candidates: { id: string }[]): string | undefined {
	return candidates.length === 1 ? candidates[0]?.id : undefined;
}

/** What helps to choose: the zone, the days when nobody is there. */
function useAbout() {
	const t = useT("situations");
	return (candidate: SteeringView["candidates"][number]) => {
		const { zone, closedToday, closedOn, nextClosing, own } = candidate;
		const facts = [
			own && t("yours"),
			zone && t("role.zone", { zone }),
			closedToday && t("role.closedToday"),
			closedOn && t("role.weekly", { days: closedOn }),
			nextClosing && t("role.closing", { date: nextClosing }),
		].filter(Boolean);
		return facts.length > 0 ? facts.join(" · ") : undefined;
	};
}
