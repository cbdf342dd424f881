import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { Details } from "#app/ui/details.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { SelectField } from "#app/ui/select-field.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { PartView } from "./present-difference.ts";

/** A version that a draft can be compared with. */
export type ComparedVersion = {
	hash: string;
	shortHash: string;
	status: "draft" | "consultation" | "published" | "retired";
	publishedAt: number | null;
};

type Props = {
	/** Which draft it is, and what else one does with it. */
	tabs: ReactNode;
	versions: ComparedVersion[];
	/** The one that it is compared with; null when there is none. */
	against: ComparedVersion | null;
	parts: PartView[];
	/** The drawings, which another feature knows how to draw. */
	after: ReactNode;
	before: ReactNode;
};

/** A draft beside another version of its protocol: in words, then on the line. */
export function DifferencePage({ tabs, versions, against, parts, after, before }: Props) {
	const t = useT("agreement");
	return (
		<>
			{tabs}
			<Page width="wide" title={t("difference.title")} lead={<Lead against={against} />}>
				{versions.length > 0 ? <VersionChoice versions={versions} against={against} /> : null}
				{parts.length === 0 ? (
					<EmptyState title={t("difference.same")}>
						<p>{t("difference.sameNext")}</p>
					</EmptyState>
				) : (
					<>
						<p className="mb-8">{t("difference.count", { count: parts.length })}</p>
						<Section title={t("difference.inWords")}>
							<DifferenceList parts={parts} />
						</Section>
						<Section title={t("difference.drawn")}>
							<p className="mb-6 max-w-measure text-ink-soft">{t("difference.drawnLead")}</p>
							{after}
							{before ? (
								<Details summary={t("difference.drawnBefore")} className="mt-6">
									{before}
								</Details>
							) : null}
						</Section>
					</>
				)}
			</Page>
		</>
	);
}

function Lead({ against }: Pick<Props, "against">) {
	const t = useT("agreement");
	const { date } = useFormat();
	if (!against) return t("difference.leadNone");
	const { status, publishedAt, shortHash: hash } = against;
	if (publishedAt === null) return t("difference.leadUnpublished", { hash });
	const at = { date: date(publishedAt) };
	return status === "published"
		? t("difference.leadPublished", at)
		: t("difference.leadOther", { ...at, hash });
}

function VersionChoice({ versions, against }: Pick<Props, "versions" | "against">) {
	const t = useT("agreement");
	const { date } = useFormat();
	const labelOf = ({ status, publishedAt, shortHash: hash }: ComparedVersion) => {
		if (status === "consultation") return t("difference.agreed", { hash });
		if (publishedAt === null) return t("difference.unpublished", { hash });
		return t(`difference.${status === "published" ? "published" : "retired"}`, {
			...{ date: date(publishedAt), hash },
		});
	};
	return (
		<Form method="get" className="mb-8 print:hidden">
			<SelectField
				name="against"
				label={t("difference.against")}
				choices={versions.map((version) => ({ value: version.hash, label: labelOf(version) }))}
				defaultValue={against?.hash}
			/>
			<Button kind="secondary">{t("difference.compare")}</Button>
		</Form>
	);
}
