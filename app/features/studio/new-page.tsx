import "#app/locales/needed/studio.ts";
import { Form } from "@remix-run/react";
import { createContext, type ReactNode, useContext } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-groups.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Page, Panel } from "#app/ui/page.tsx";
import { type Choice, SelectField } from "#app/ui/select-field.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { withIds } from "./field-ids.ts";
import type { NewDraft } from "./new-draft.schema.ts";
import type { NewDraftAnswer } from "./new-draft-answer.ts";
import { FileForm } from "./new-file-form.tsx";

export type NewView = {
	models: Choice[];
	versions: Choice[];
	/** What other territories share. */
	shared: Choice[];
	/** Plain questions with closed answers, the usual one first. */
	questions: { code: string; ask: string; help: string; options: Choice[] }[];
};

const AnswerContext = createContext<NewDraftAnswer | undefined>(undefined);

/** Where a new protocol starts from. */
export function NewPage({ view, answer }: { view: NewView; answer: NewDraftAnswer | undefined }) {
	const t = useT("studio");
	const { models, versions, shared } = view;
	return (
		<AnswerContext.Provider value={answer}>
			<Page
				width="wide"
				title={t("new.title")}
				lead={t("new.lead")}
				back={{ to: paths.studio(), label: t("new.back") }}
			>
				<div className="grid items-start gap-8 lg:grid-cols-2">
					<Way origin="model">
						{(field) => (
							<RadioGroup {...field("model")} label={t("new.model.label")} choices={models} />
						)}
					</Way>
					<div className="grid gap-8">
						<Way origin="skeleton">{(field) => <Titles field={field} />}</Way>
						{versions.length > 0 ? (
							<Way origin="version">
								{(field) => (
									<SelectField
										{...field("version")}
										label={t("new.version.label")}
										choices={versions}
									/>
								)}
							</Way>
						) : null}
						{shared.length > 0 ? (
							<Way origin="shared">
								{(field) => (
									<SelectField
										{...field("shared")}
										label={t("new.shared.label")}
										choices={shared}
									/>
								)}
							</Way>
						) : null}
					</div>
				</div>
				<div className="mt-8 grid gap-8">
					<Way origin="guided">
						{(field) => (
							<>
								<Titles field={field} />
								<div className="grid gap-x-10 lg:grid-cols-2">
									{view.questions.map(({ code, ask, help, options }) => {
										const held = field(code);
										return (
											<RadioGroup
												key={code}
												{...held}
												label={ask}
												hint={help}
												choices={options}
												defaultValue={held.defaultValue ?? options[0]?.value}
											/>
										);
									})}
								</div>
							</>
						)}
					</Way>
					<Way origin="file">
						{(field) => <FileForm field={field("file")} report={answer?.report} />}
					</Way>
				</div>
			</Page>
		</AnswerContext.Provider>
	);
}

type Field = (name: string) => {
	name: string;
	id: string;
	defaultValue: string | undefined;
	error: string | undefined;
};

/** What the new protocol is called, in both languages. */
function Titles({ field }: { field: Field }) {
	const t = useT("studio");
	const once = { autoComplete: "off" };
	return (
		<>
			<TextField {...field("titleFr")} {...once} label={t("new.titleFr")} />
			<TextField {...field("titleEn")} {...once} label={t("new.titleEn")} lang="en" optional />
		</>
	);
}

/** One way to start: why one would, what it needs, its button. */
function Way({
	origin,
	children,
}: {
	origin: NewDraft["origin"];
	children: (field: Field) => ReactNode;
}) {
	const t = useT("studio");
	const answer = useContext(AnswerContext);
	const own = answer?.origin === origin ? answer : undefined;
	const form = useKindForm({ answer: own, schema });
	return (
		<Panel>
			<h2 className="text-title-3 font-semibold">{t(`new.${origin}.title`)}</h2>
			<p className="mt-1 mb-5 text-ink-soft">{t(`new.${origin}.lead`)}</p>
			<Form method="post" {...form.props}>
				<HiddenFields values={{ origin }} />
				<FormErrors
					attempt={form.summary.attempt}
					errors={withIds(origin, form.summary.errors)}
					title={t("new.before")}
				/>
				{children((name) => ({ ...form.field(name), id: `${origin}-${name}` }))}
				<Button kind={origin === "model" ? "primary" : "secondary"}>
					{t(`new.${origin}.submit`)}
				</Button>
			</Form>
		</Panel>
	);
}

const schema = () =>
	import("./new-draft.schema.ts").then(({ newDraftForm }) => newDraftForm as never);
