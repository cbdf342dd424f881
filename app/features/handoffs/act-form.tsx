import "#app/locales/needed/handoffs.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import { ActFields } from "./act-fields.tsx";
import type { ActAnswer, ActPageData } from "./act-page.tsx";
import { type ActField, slugOf } from "./act-table.ts";
import { ReadingList } from "./reading.tsx";

type Props = ActPageData & {
	answer: ActAnswer | undefined;
	emergency: ReactNode;
	proof: ReactNode;
};

/** The questions of an act, under what it concerns. */
export function ActForm({ emergency, proof, ...props }: Props) {
	const t = useT("handoffs");
	const { answer, handle, options, reading, fact, checked, formKey, seen } = props;
	const form = useKindForm({ ...(answer ? { answer } : {}), schema: schemaOf(options.fields) });
	const { act, structures } = options;
	const nobody = act === "REROUTE" && structures.length === 0;
	return (
		<>
			{act === "IMMEDIATE_DANGER" ? null : (
				<div className="mb-8 space-y-4">
					<ReadingList {...reading} />
					{fact ? <Fact act={act}>{fact}</Fact> : null}
				</div>
			)}
			{act === "SEND" ? (
				<div className="mb-6">
					<Details summary={t("prepare.danger")}>{emergency}</Details>
				</div>
			) : null}
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<HiddenFields values={{ key: formKey, seen }} />
				<ActFields options={options} form={form} />
				{nobody ? null : <Foot {...{ act, checked }}>{proof}</Foot>}
			</Form>
			{options.fields.some(({ kind }) => kind === "pairing") ? (
				<p>
					<TextLink to={paths.handoffAct(handle, slugOf("NOT_MATCHED"))}>
						{t("pairing.differs")}
					</TextLink>
				</p>
			) : null}
		</>
	);
}

type FootProps = { act: ActPageData["options"]["act"]; checked: boolean; children: ReactNode };

/** The button; the proof stands above it where this page is the last one before recording. */
function Foot({ act, checked, children }: FootProps) {
	const t = useT("handoffs");
	return (
		<>
			{checked ? null : children}
			<Actions>
				<Button name="stage" value={checked ? "look" : "record"}>
					{t(`act.${act}.button`)}
				</Button>
			</Actions>
		</>
	);
}

function Fact({ act, children }: { act: ActPageData["options"]["act"]; children: string }) {
	const t = useT("handoffs");
	const title = act === "READ_OUTCOME" ? t("page.outcome") : t("page.missing");
	return (
		<Notice title={title}>
			<p>{children}</p>
		</Notice>
	);
}

/* The server's own schema, fetched when someone begins to answer. */
function schemaOf(fields: ActField[]) {
	return () => import("./act-form.schema.ts").then(({ actChecks }) => actChecks({ fields }));
}
