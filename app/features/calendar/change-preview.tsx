import "#app/locales/needed/calendar.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import type { Preview } from "#app/server/recalculations.server.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Prose } from "#app/ui/page.tsx";
import type { Resent } from "./resent.ts";

type Props = {
	/** What is to be changed, a line each. */
	lines: string[];
	moves: Preview;
	resent: Resent[];
	/** Where nothing is changed. */
	back: string;
};

/** The second of two steps: what a change would move, as counts, before it is confirmed. */
export function ChangePreview({ lines, moves, resent, back }: Props) {
	const t = useT("calendar");
	const { clocks, later, earlier, lateAtOnce, situations: looked, all } = moves;
	return (
		<Form method="post">
			<ul className="mb-6 max-w-measure space-y-1 font-semibold">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
			<p className="mb-3">{t("change.clocks", { count: clocks })}</p>
			{clocks > 0 ? (
				<DataList
					items={[
						{ term: t("change.later"), description: later },
						{ term: t("change.earlier"), description: earlier },
						{ term: t("change.lateAtOnce"), description: lateAtOnce },
					]}
				/>
			) : null}
			<div className="mt-6 space-y-6">
				{lateAtOnce > 0 ? <Notice kind="late" title={t("change.lateHint")} /> : null}
				<Prose>
					{looked < all ? <p>{t("change.some", { looked, all })}</p> : null}
					<p className="text-ink-soft">{t("change.moved")}</p>
				</Prose>
			</div>
			{resent.map(([name, value]) => (
				<input key={`${name} ${value}`} type="hidden" name={name} value={value} />
			))}
			<input type="hidden" name="confirmed" value="yes" />
			<Actions>
				<Button>{t("change.confirm")}</Button>
				<LinkButton kind="quiet" to={back}>
					{t("change.cancel")}
				</LinkButton>
			</Actions>
		</Form>
	);
}
