import "#app/locales/needed/exchange.ts";
import { Form } from "@remix-run/react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";

/** A version of another territory, in the reader's language. */
export type SharedView = {
	territoryId: string;
	territory: string;
	hash: string;
	shortHash: string;
	title: string;
	audience?: string;
	steps: number;
	sharedAt: number;
};

type Props = { shared: SharedView[]; gone: boolean };

/** What other territories share, with credit, to start from. */
export function SharedPage({ shared, gone }: Props) {
	const t = useT("exchange");
	return (
		<Page
			back={{ to: paths.studio(), label: t("shared.back") }}
			title={t("shared.title")}
			lead={t("shared.lead")}
		>
			{gone ? (
				<div className="mb-8">
					<Notice kind="failed" title={t("shared.gone")} live />
				</div>
			) : null}
			{shared.length === 0 ? (
				<EmptyState title={t("shared.none")}>{t("shared.noneNext")}</EmptyState>
			) : (
				<ul className="divide-y divide-rule border-y border-rule">
					{shared.map((version) => (
						<Shared key={`${version.territoryId} ${version.hash}`} version={version} />
					))}
				</ul>
			)}
		</Page>
	);
}

function Shared({ version }: { version: SharedView }) {
	const t = useT("exchange");
	const format = useFormat();
	const { territoryId, territory, hash, shortHash, title, audience, steps, sharedAt } = version;
	return (
		<li className="py-5">
			<h2 className="text-title-3 font-semibold">{title}</h2>
			<p>{t("shared.by", { territory })}</p>
			{audience ? <p className="mt-1 max-w-measure">{audience}</p> : null}
			<p className="mt-1 text-small text-ink-soft">
				{t("shared.steps", { count: steps })} · {t("shared.since", { date: format.date(sharedAt) })}{" "}
				· <span className="font-mono">{t("shared.version", { hash: shortHash })}</span>
			</p>
			<Form method="post" className="mt-3">
				<HiddenFields values={{ territory: territoryId, version: hash }} />
				<Button kind="secondary" aria-label={t("shared.startNamed", { title })}>
					{t("shared.start")}
				</Button>
			</Form>
		</li>
	);
}
