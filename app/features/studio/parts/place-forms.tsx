import "#app/locales/needed/studio.ts";
import { useLanguage, useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-groups.tsx";
import { Details } from "#app/ui/details.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { codesOf } from "#protocols/language/vocabulary/code-list.ts";
import { knownTracks } from "#protocols/language/vocabulary/tracks.ts";
import { BilingualField } from "../bilingual-field.tsx";
import { phases } from "../closed-lists.ts";
import { useEditing } from "../editing.ts";
import { EditorForm } from "../editor-form.tsx";
import type { PartView } from "../present-part.ts";
import { SaveRow } from "./save-row.tsx";
import { listField } from "./step-form.tsx";

/** A group: its title, where it leads in the end, its tracks. */
export function GroupForm({ part }: { part: Extract<PartView, { kind: "group" }> }) {
	const t = useT("studio");
	const { address } = useEditing();
	return (
		<>
			<EditorForm
				id={`group-${part.id}`}
				act="set-group"
				hidden={{ group: part.id }}
				saved={{ title: part.title, to: part.to }}
				autosave
			>
				{(field) => (
					<>
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: part.title }}
						/>
						<SelectField {...field("to", part.to)} label={t("part.to")} choices={part.targets} />
						<SaveRow />
					</>
				)}
			</EditorForm>
			<h3 className="mt-8 mb-2 text-title-3 font-semibold">{t("part.tracks")}</h3>
			<ul className="mb-2 list-disc pl-6">
				{part.tracks.map(({ value, label }) => (
					<li key={value}>
						<TextLink to={address(value)}>{label}</TextLink>
					</li>
				))}
			</ul>
			<AddTrack group={part.id} />
		</>
	);
}

function AddTrack({ group }: { group: string }) {
	const t = useT("studio");
	const language = useLanguage();
	return (
		<Details summary={t("part.add.track")}>
			<EditorForm
				id={`new-track-${group}`}
				act="add-track"
				label={t("part.add.track")}
				hidden={{ group }}
			>
				{(field) => (
					<>
						<SelectField
							{...field("known")}
							label={t("part.add.known")}
							hint={t("part.add.knownHint")}
							prompt={t("part.add.knownNone")}
							choices={codesOf(knownTracks).map((value) => ({
								value,
								label: knownTracks[value][language],
							}))}
						/>
						<BilingualField
							{...{ field, name: "title", label: t("part.title"), saved: undefined }}
							optional
						/>
						<SelectField
							{...field("phase")}
							label={t("part.phase")}
							prompt={t("part.phaseNone")}
							choices={phases.map((value) => ({ value, label: t(`part.phases.${value}`) }))}
							optional
						/>
						<Button kind="secondary">{t("part.add.trackSubmit")}</Button>
					</>
				)}
			</EditorForm>
		</Details>
	);
}

/** A track: its title, and the phase that goes on in it. */
export function TrackForm({ part }: { part: Extract<PartView, { kind: "track" }> }) {
	const t = useT("studio");
	return (
		<EditorForm
			id={`track-${part.id}`}
			act="set-track"
			hidden={{ track: part.id }}
			saved={{ title: part.title, phase: part.phase }}
			autosave
		>
			{(field) => (
				<>
					<BilingualField
						{...{ field, name: "title", label: t("part.title"), saved: part.title }}
						hint={part.title ? undefined : t("part.trackTitleHint")}
						optional={!part.title}
					/>
					<SelectField
						{...field("phase", part.phase)}
						label={t("part.phase")}
						prompt={t("part.phaseNone")}
						choices={phases.map((value) => ({ value, label: t(`part.phases.${value}`) }))}
						optional
					/>
					<SaveRow />
				</>
			)}
		</EditorForm>
	);
}

/** An interruption: its title, who may open it, what it does to the delays of the course. */
export function InterruptionForm({ part }: { part: Extract<PartView, { kind: "interruption" }> }) {
	const t = useT("studio");
	return (
		<EditorForm
			id={`interruption-${part.id}`}
			act="set-interruption"
			hidden={{ interruption: part.id }}
			saved={{ title: part.title, raisedBy: part.raisedBy, clocks: part.clocks }}
			autosave
		>
			{(field, written) => (
				<>
					<BilingualField
						{...{ field, name: "title", label: t("part.title"), saved: part.title }}
					/>
					<SelectField
						{...field("clocks", part.clocks)}
						label={t("part.clocks")}
						choices={(["run", "pause"] as const).map((value) => ({
							value,
							label: t(`part.clocksChoices.${value}`),
						}))}
					/>
					<Details
						summary={t("part.raisedByChosen", { count: part.raisedBy.length })}
						className="mb-4"
					>
						<CheckboxGroup
							{...listField(field("raisedBy"))}
							label={t("part.raisedBy")}
							hint={t("part.raisedByHint")}
							choices={part.roles}
							defaultValue={written("raisedBy") ?? part.raisedBy}
							optional
						/>
					</Details>
					<SaveRow />
				</>
			)}
		</EditorForm>
	);
}
