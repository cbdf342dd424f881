import "#app/locales/needed/messages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/page.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

type Props = {
	/** Whether letters tell them that something waits. */
	reads: boolean;
	/** Whether they look after what leaves. */
	administers: boolean;
};

/** From one's account to one's letters, or to those of the instance. */
export function MessageLinks({ reads, administers }: Props) {
	const t = useT("messages");
	if (!reads && !administers) return null;
	return (
		<div className="mt-12 max-w-measure">
			<Section title={t("links.title")}>
				<ul className="space-y-2">
					{reads ? (
						<li>
							<TextLink to={paths.accountMessages()}>{t("links.own")}</TextLink>
						</li>
					) : null}
					{administers ? (
						<li>
							<TextLink to={paths.outbox()}>{t("links.outbox")}</TextLink>
						</li>
					) : null}
				</ul>
			</Section>
		</div>
	);
}
