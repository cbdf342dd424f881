import "#app/locales/needed/protocols.ts";
import { useRouteLoaderData } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { ItemList } from "#app/ui/item-list.tsx";
import { Page } from "#app/ui/page.tsx";

export type ListedProtocol = {
	id: string;
	title: string;
	audience?: string;
	steps: number;
	shortHash: string;
};

/** The published protocols of a territory. */
export function ProtocolList({ protocols }: { protocols: ListedProtocol[] }) {
	const t = useT("protocols");
	const designs = useRouteLoaderData<{ member?: { designs: boolean } }>("root")?.member?.designs;
	return (
		<Page title={t("list.title")} lead={t("list.lead")}>
			{protocols.length === 0 ? (
				<EmptyState title={t("list.none")}>{t("list.noneNext")}</EmptyState>
			) : (
				<ItemList
					label={t("list.label")}
					items={protocols.map(({ id, title, audience, steps, shortHash }) => ({
						key: id,
						to: paths.protocol(id),
						title,
						kind: "open",
						about: (
							<>
								{audience ? <p>{audience}</p> : null}
								<p className="mt-1 text-small">
									{t("list.steps", { count: steps })} ·{" "}
									<span className="font-mono">{t("list.version", { hash: shortHash })}</span>
								</p>
							</>
						),
					}))}
				/>
			)}
			{designs ? (
				<p className="mt-10">
					<LinkButton kind="secondary" to={paths.studio()}>
						{t("list.studio")}
					</LinkButton>
				</p>
			) : null}
		</Page>
	);
}
