import "#app/locales/needed/invitations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

/** An invitation that waits, for whoever may withdraw it. */
export type Pending = {
	id: string;
	label: string;
	/** Null within one's own structure. */
	structureName: string | null;
	expiresAt: number;
};

/** The invitations that wait; each can be withdrawn. */
export function PendingList({ pending, timeZone }: { pending: Pending[]; timeZone: string }) {
	const t = useT("invitations");
	const { dateTime } = useFormat(timeZone);
	return (
		<Section title={t("pending.title")}>
			{pending.length === 0 ? <p className="text-ink-soft">{t("pending.none")}</p> : null}
			<ul className="divide-y divide-rule border-y border-rule empty:border-0">
				{pending.map(({ id, label, structureName, expiresAt }) => (
					<li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-1 py-3">
						<span className="min-w-0 grow">
							<span className="font-semibold">
								{structureName === null
									? label
									: t("pending.to", { label, structure: structureName })}
							</span>
							<span className="block text-small text-ink-soft">
								{t("pending.until", { until: dateTime(expiresAt) })}
							</span>
						</span>
						<form method="post" action={paths.withdrawInvitation(id)}>
							<Button kind="quiet">
								{t("pending.withdraw")}{" "}
								<span className="sr-only">{t("pending.withdrawFor", { label })}</span>
							</Button>
						</form>
					</li>
				))}
			</ul>
		</Section>
	);
}
