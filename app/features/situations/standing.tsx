import "#app/locales/needed/situations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { TextLink } from "#app/ui/text-link.tsx";
import type { SituationView } from "./present-situation.ts";

type Props = Pick<SituationView, "roles" | "lead" | "steers" | "handle">;

/** Who plays which role, and who follows the whole; each can be changed by those who steer. */
export function Standing({ roles, lead, steers, handle }: Props) {
	const t = useT("situations");
	return (
		<dl className="divide-y divide-rule border-y border-rule">
			{roles.map(({ roleId, role, who, mayChange }) => (
				<div key={roleId} className="py-2.5">
					<dt className="text-small text-ink-soft">{role}</dt>
					<dd className="flex flex-wrap items-baseline justify-between gap-x-4">
						<span className={who.own ? "font-semibold" : undefined}>{who.name}</span>
						{mayChange ? (
							<TextLink to={paths.bindRole(handle, roleId)}>
								{t("standing.change")}
								<span className="sr-only"> : {role}</span>
							</TextLink>
						) : null}
					</dd>
				</div>
			))}
			<div className="py-2.5">
				<dt className="text-small text-ink-soft">{t("standing.lead")}</dt>
				<dd className="flex flex-wrap items-baseline justify-between gap-x-4">
					<span className={lead?.own ? "font-semibold" : undefined}>
						{lead?.name ?? t("standing.noLead")}
					</span>
					{steers ? (
						<TextLink to={paths.lead(handle)}>
							{lead ? t("standing.changeLead") : t("standing.nameLead")}
						</TextLink>
					) : null}
				</dd>
			</div>
		</dl>
	);
}
