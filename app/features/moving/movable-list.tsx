import "#app/locales/needed/moving.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import type { MovingView } from "./present-moving.ts";

type Props = { protocolId: string; view: MovingView; from: string };

/** Each situation that runs under the older version: where it stands, who holds it, whether it can be moved. */
export function MovableList({ protocolId, view, from }: Props) {
	const { situations, page, more } = view;
	return (
		<>
			<ul className="divide-y divide-rule border-y border-rule">
				{situations.map((row) => (
					<li key={row.reference} className="py-4">
						<Row row={row} />
					</li>
				))}
			</ul>
			<Pagination
				page={page}
				pages={more ? page + 1 : page}
				addressOf={(other) => `${paths.moveSituations(protocolId)}?from=${from}&page=${other}`}
			/>
		</>
	);
}

type Row = MovingView["situations"][number];

function Row({ row }: { row: Row }) {
	const t = useT("moving");
	const held = row.holders.map((name) => name ?? t("outcome.unnamed")).join(", ");
	const place = row.steps.join(", ");
	return (
		<>
			<p className="font-semibold">{place}</p>
			<p className="text-ink-soft">{t("outcome.held", { names: held })}</p>
			<p className="mt-1">
				{row.fault ? (
					<StatusTag kind="suspended">{t(`fault.${row.fault.code}`, row.fault.values)}</StatusTag>
				) : (
					<StatusTag kind="done">{t("outcome.passes")}</StatusTag>
				)}
			</p>
			{row.fault ? null : (
				<div className="mt-2">
					<Button kind="secondary" name="one" value={row.reference}>
						{t("moveOne")}
						<span className="sr-only"> – {place}</span>
					</Button>
				</div>
			)}
		</>
	);
}
