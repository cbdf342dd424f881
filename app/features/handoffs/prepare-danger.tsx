import "#app/locales/needed/handoffs.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmergencyPanel } from "./emergency-panel.tsx";
import type { PresentedPreparation } from "./present-preparation.ts";
import { CarriedAnswers } from "./reading.tsx";

type Props = { page: PresentedPreparation; emergency: ReactNode };

/** The numbers to call, then where the application is told of the danger. */
export function CallNow({ page: { handle, danger }, emergency }: Props) {
	const t = useT("handoffs");
	return (
		<>
			<EmergencyPanel>{emergency}</EmergencyPanel>
			{danger.running ? <p className="mt-4">{t("prepare.dangerRuns")}</p> : null}
			{danger.offered ? (
				<p className="mt-4">
					<LinkButton to={paths.interruption(handle, "immediate-danger")} kind="secondary">
						{danger.running ? t("prepare.dangerOpen") : t("prepare.dangerRaise")}
					</LinkButton>
				</p>
			) : null}
		</>
	);
}

/** Somebody is in danger and nobody has called yet: the telephone, before any form. */
export function PrepareDanger({
	values,
	...shown
}: Props & { values: Readonly<Record<string, unknown>> }) {
	const t = useT("handoffs");
	const { stage: _stage, danger: _danger, ...kept } = values;
	return (
		<>
			<CallNow {...shown} />
			<Form method="post" className="mt-3">
				<CarriedAnswers values={{ ...kept, danger: "CALLED" }} />
				<Button name="stage" value="change" kind="quiet">
					{t("prepare.dangerCalled")}
				</Button>
			</Form>
		</>
	);
}
