import "#app/locales/needed/agreement.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Mark } from "#app/ui/mark.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

/** What publication depends on, in numbers. */
export type ConditionsView = {
	draftId: string;
	/** The reader writes drafts: the other pages of this one are open to them. */
	writes: boolean;
	errors: number;
	/** Warnings without a reason so far. */
	unaccepted: number;
	seenTexts: number;
	signatures: { signed: number; needed: number; holds: boolean };
	approval: "may" | "author" | "other-coordinator";
};

/** The conditions, each with a shape and a sentence, and where to go when one does not hold. */
export function PublishConditions(view: ConditionsView) {
	const t = useT("agreement");
	const { draftId, writes, errors, unaccepted, seenTexts, approval } = view;
	const { signed, needed, holds } = view.signatures;
	const toChecks = writes ? paths.draftChecks(draftId) : null;
	const toSignatures = writes ? paths.draftConsultation(draftId) : null;
	return (
		<ul className="max-w-measure space-y-4">
			<Condition holds={errors === 0} to={toChecks} label={t("publish.toChecks")}>
				{errors === 0 ? t("publish.errors.ok") : t("publish.errors.not", { count: errors })}
			</Condition>
			<Condition holds={unaccepted === 0}>
				{unaccepted === 0
					? t("publish.warnings.ok")
					: t("publish.warnings.not", { count: unaccepted })}
			</Condition>
			<Condition holds={seenTexts === 0}>
				{seenTexts === 0 ? t("publish.texts.ok") : t("publish.texts.not", { count: seenTexts })}
			</Condition>
			<Condition holds={holds} to={toSignatures} label={t("publish.toSignatures")}>
				{t(holds ? "publish.signatures.ok" : "publish.signatures.not", { signed, needed })}
			</Condition>
			<Condition holds={approval === "may"}>{t(`publish.approval.${approval}`)}</Condition>
		</ul>
	);
}

type ConditionProps = { holds: boolean; to?: string | null; label?: string; children: ReactNode };

function Condition({ holds, to, label, children }: ConditionProps) {
	return (
		<li className="flex gap-3">
			<Mark kind={holds ? "done" : "waiting"} className="mt-[0.2em]" />
			<div>
				{children} {!holds && to ? <TextLink to={to}>{label}</TextLink> : null}
			</div>
		</li>
	);
}
