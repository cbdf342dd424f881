import "#app/locales/needed/invitations.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { InviteForm, type InviteFormProps } from "./invite-form.tsx";
import { LinkShown, type ShownLink } from "./link-shown.tsx";

/** What came of inviting, as the page is told: the link, this once, or that it was shown already. */
export type InviteOutcome = { shown: ShownLink } | { repeated: true };

type Props = InviteFormProps & {
	/** The structure that the person is invited to, where it is not one's own. */
	structureName: string | null;
	/** A structure that has somebody in charge invites by itself. */
	managed?: boolean;
	outcome: InviteOutcome | undefined;
};

const backTo = {
	colleague: paths.colleagues(),
	manager: paths.upkeep(),
	duty: paths.administration(),
};

/** Inviting somebody: first who, then the link to hand over. */
export function InvitePage({ outcome, structureName, managed = false, ...form }: Props) {
	const t = useT("invitations");
	const { as } = form.kind;
	const back = { to: backTo[as], label: t(`${as}.back`) };
	if (outcome && "shown" in outcome) return <LinkShown {...outcome.shown} back={back} />;
	return (
		<Page title={t(`${as}.title`)} lead={leadOf()} back={back}>
			{managed ? <EmptyState title={t("manager.already")} /> : null}
			{outcome ? (
				<Notice kind="late" live title={t("repeated")}>
					<Actions>
						<LinkButton to={back.to} kind="secondary">
							{back.label}
						</LinkButton>
					</Actions>
				</Notice>
			) : null}
			{managed || outcome ? null : <InviteForm {...form} />}
		</Page>
	);

	function leadOf() {
		if (as === "manager") return t("manager.lead", { structure: structureName ?? "" });
		return as === "duty" ? t("duty.lead") : t("colleague.lead");
	}
}
