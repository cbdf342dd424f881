import "#app/locales/needed/late.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { Availability } from "#db/availability.ts";
import { declarable } from "./declarable.ts";

type Props = {
	structure: { id: string; name: string };
	availability: Availability;
	saved: boolean;
	timeZone: string;
	answer: FormAnswer | undefined;
};

const schema = () =>
	import("./availability-form.schema.ts").then(({ availabilityForm }) => availabilityForm);

/** What a structure declares of its room, and who is told when its answers are late. */
export function AvailabilityPage({ structure, availability, saved, timeZone, answer }: Props) {
	const t = useT("late");
	const format = useFormat(timeZone);
	const form = useKindForm({ answer, schema });
	const { capacity, declaredAt, second, people } = availability;
	const [room, contact] = [form.field("capacity"), form.field("second")];
	const since =
		capacity !== null && declaredAt !== null
			? t("availability.declared", {
					capacity: t(`availability.codes.${capacity}`),
					date: format.date(declaredAt),
				})
			: t("availability.none");
	return (
		<Page
			title={t("availability.title")}
			above={structure.name}
			lead={t("availability.lead")}
			back={{ to: paths.structure(structure.id), label: t("availability.back") }}
		>
			{saved ? (
				<div className="mb-6">
					<Notice kind="done" live title={t("availability.saved")} />
				</div>
			) : null}
			<p className="mb-6">{since}</p>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<RadioGroup
					{...room}
					defaultValue={answer ? room.defaultValue : (capacity ?? "unsaid")}
					label={t("availability.capacity")}
					hint={t("availability.capacityHint")}
					choices={declarable.map((value) => ({
						value,
						label: t(`availability.codes.${value}`),
					}))}
				/>
				<SelectField
					{...contact}
					defaultValue={answer ? contact.defaultValue : (second ?? "")}
					label={t("availability.second")}
					hint={t("availability.secondHint")}
					prompt={t("availability.secondNobody")}
					choices={people.map(({ id, label }) => ({ value: id, label }))}
					optional
				/>
				<Actions>
					<Button>{t("availability.submit")}</Button>
				</Actions>
			</Form>
		</Page>
	);
}
