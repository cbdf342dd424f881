import "#app/locales/needed/studio.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { BilingualField } from "../bilingual-field.tsx";
import { useEditing } from "../editing.ts";
import { EditorForm } from "../editor-form.tsx";
import type { PartView } from "../present-part.ts";
import { AddInterruption } from "./add-interruption.tsx";
import { DelayFields } from "./delay-fields.tsx";
import { SaveRow } from "./save-row.tsx";

type ProtocolPart = Extract<PartView, { kind: "protocol" }>;

/** What the whole protocol says of itself, and what it promises. */
export function ProtocolForm({ part }: { part: ProtocolPart }) {
	const t = useT("studio");
	const { draftId } = useEditing();
	const { promises, title, audience, prerequisites, english } = part;
	return (
		<>
			<EditorForm
				id="protocol"
				act="set-protocol"
				saved={{ title, audience, prerequisites, english }}
				autosave
			>
				{(field) => (
					<>
						<BilingualField {...{ field, name: "title", label: t("part.title"), saved: title }} />
						<BilingualField
							{...{ field, name: "audience", label: t("part.audience"), saved: audience }}
							lines={3}
							optional
						/>
						<BilingualField
							{...{ field, name: "prerequisites", saved: prerequisites, lines: 4 }}
							label={t("part.prerequisites")}
							optional
						/>
						<Checkbox
							name="english"
							id="protocol-english"
							label={t("part.bilingual")}
							defaultChecked={english}
						/>
						<SaveRow />
					</>
				)}
			</EditorForm>
			<h3 className="mt-10 mb-2 text-title-3 font-semibold">{t("part.promises")}</h3>
			<p className="mb-4 max-w-measure text-ink-soft">
				{t("part.promisesLead")} {t("part.promiseNone")}
			</p>
			{promises.map((promise) => (
				<PromiseForm key={promise.milestone} {...promise} />
			))}
			<h3 className="mt-10 mb-2 text-title-3 font-semibold">{t("editor.anyTime")}</h3>
			<AddInterruption known={part.interruptions} />
			<h3 className="mt-8 mb-2 text-title-3 font-semibold">{t("editor.roles")}</h3>
			<AddRole known={part.roles} />
			<p className="mt-10 border-t border-rule pt-3">
				<TextLink to={paths.draftDrop(draftId)}>{t("drop.submit")}…</TextLink>
			</p>
		</>
	);
}

function PromiseForm({ milestone, within }: ProtocolPart["promises"][number]) {
	const t = useT("studio");
	return (
		<EditorForm
			id={`promise-${milestone}`}
			act="set-promise"
			hidden={{ milestone }}
			saved={within}
			className="mb-2"
			autosave
		>
			{(field) => (
				<>
					<DelayFields
						{...{ field, legend: t(`part.milestones.${milestone}`), saved: within }}
						optional
					/>
					<div className="-mt-3 mb-4 in-data-scripted:sr-only">
						<Button kind="quiet">{t("part.save")}</Button>
					</div>
				</>
			)}
		</EditorForm>
	);
}

function AddRole({ known }: { known: Choice[] }) {
	const t = useT("studio");
	return (
		<Details summary={t("part.add.role")}>
			<EditorForm id="new-role" act="add-role" label={t("part.add.role")} renews>
				{(field) => (
					<>
						{known.length > 0 ? (
							<SelectField
								{...field("known")}
								label={t("part.add.knownRole")}
								hint={t("part.add.knownRoleHint")}
								prompt={t("part.add.roleNone")}
								choices={known}
								optional
							/>
						) : null}
						<BilingualField
							{...{ field, name: "label", label: t("part.roleLabel"), saved: undefined }}
							optional={known.length > 0}
						/>
						<Checkbox
							name="external"
							id="new-role-external"
							label={t("part.external")}
							hint={t("part.externalHint")}
						/>
						<Button kind="secondary">{t("part.add.roleSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}

/** A role: its name, and whether it works with Relais. */
export function RoleForm({ part }: { part: Extract<PartView, { kind: "role" }> }) {
	const t = useT("studio");
	const { id, label, external } = part;
	return (
		<EditorForm
			id={`role-${id}`}
			act="set-role"
			hidden={{ role: id }}
			saved={{ label, external }}
			autosave
		>
			{(field) => (
				<>
					<BilingualField {...{ field, name: "label", label: t("part.roleLabel"), saved: label }} />
					<Checkbox
						name="external"
						id={`role-${id}-external`}
						label={t("part.external")}
						hint={t("part.externalHint")}
						defaultChecked={external}
					/>
					<SaveRow />
				</>
			)}
		</EditorForm>
	);
}
