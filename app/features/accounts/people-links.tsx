import "#app/locales/needed/accounts.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = {
	/** Who answers for a structure, keeps a directory, administers the instance. */
	manages: boolean;
	keeps: boolean;
	administers: boolean;
	/** What the provider of identities is called, where one may be linked. */
	provider: string | null;
};

/** Where one looks after other people, and the link with a provider of identities. */
export function PeopleLinks({ manages, keeps, administers, provider }: Props) {
	const t = useT("accounts");
	const links = [
		manages && { to: paths.colleagues(), words: t("people.colleagues") },
		manages && { to: paths.presentation(), words: t("people.presentation") },
		keeps && { to: paths.upkeep(), words: t("people.upkeep") },
		keeps && { to: paths.publicTexts(), words: t("people.texts") },
		administers && { to: paths.administration(), words: t("people.administration") },
		administers && { to: paths.operator(), words: t("people.operator") },
		provider !== null && {
			to: paths.accountProvider(),
			words: t("people.provider", { provider }),
		},
	].filter((link) => link !== false);
	if (links.length === 0) return null;
	return (
		<div className="mt-12 max-w-measure">
			<Section title={t("people.title")}>
				<ul className="space-y-2">
					{links.map(({ to, words }) => (
						<li key={to}>
							<TextLink to={to}>{words}</TextLink>
						</li>
					))}
				</ul>
			</Section>
		</div>
	);
}
