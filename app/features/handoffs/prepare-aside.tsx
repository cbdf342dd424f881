import "#app/locales/needed/handoffs.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { Details } from "#app/ui/details.tsx";
import { Panel } from "#app/ui/page.tsx";
import { Delays } from "./handoff-facts.tsx";
import type { PresentedPreparation } from "./present-preparation.ts";

/** What the protocol says of this handoff: what it asks, of whom, how fast, and what holds meanwhile. */
export function PrepareAside({ page }: { page: PresentedPreparation }) {
	const t = useT("handoffs");
	const { asks, role, urgency, delays, ownDelay, goesOn, ifSilent } = page;
	return (
		<Panel>
			<dl className="space-y-3">
				<Line term={t("prepare.asks")}>
					<strong>{asks}</strong>
				</Line>
				<Line term={t("prepare.who")}>{role}</Line>
				<Line term={t("prepare.urgency")}>{t(`urgency.${urgency}`)}</Line>
			</dl>
			<div className="mt-2 -mb-2">
				<Details summary={t("prepare.delays")}>
					<dl className="space-y-3">
						<Line term={t("prepare.answers")}>
							<Delays delays={delays} />
						</Line>
						<Line term={t("prepare.yours")}>{ownDelay}</Line>
						{ifSilent ? <Line term={t("prepare.ifSilent")}>{ifSilent}</Line> : null}
					</dl>
					<p className="mt-3">
						{t("prepare.still")}{" "}
						{goesOn === "acceptance" ? t("prepare.goesOnAcceptance") : t("prepare.goesOnOutcome")}
					</p>
				</Details>
			</div>
		</Panel>
	);
}

function Line({ term, children }: { term: string; children: ReactNode }) {
	return (
		<div>
			<dt className="text-small text-ink-soft">{term}</dt>
			<dd>{children}</dd>
		</div>
	);
}
