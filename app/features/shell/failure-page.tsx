import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";

const names = {
	400: "malformed",
	403: "forbidden",
	404: "absent",
	405: "wrongWay",
	409: "movedOn",
	413: "tooLarge",
	415: "wrongFormat",
	422: "incomplete",
	429: "tooMany",
	500: "broken",
	503: "unavailable",
} as const;

/** The name of a failure in the texts: its own, or that of its family. */
export function failureName(status: number): (typeof names)[keyof typeof names] | "offline" {
	if (status === noAnswer) return "offline";
	if (status in names) return names[status as keyof typeof names];
	return status < 500 ? "malformed" : "broken";
}

/** A status of our own: no answer came at all. */
export const noAnswer = 0;

/** What happened, that nothing was lost, and the next act. Says no more of what is foreign than of what is absent. */
export function FailurePage({ status, hasDay }: { status: number; hasDay: boolean }) {
	const t = useT("shell");
	const name = failureName(status);
	return (
		<Page
			title={t(`failure.${name}.title`)}
			above={status === noAnswer ? undefined : t("failure.reference", { status })}
			lead={t(`failure.${name}.what`)}
		>
			<p>{t(`failure.${name}.next`)}</p>
			<Actions>
				<LinkButton to={paths.home()} reloadDocument>
					{hasDay ? t("failure.home") : t("failure.start")}
				</LinkButton>
			</Actions>
		</Page>
	);
}
