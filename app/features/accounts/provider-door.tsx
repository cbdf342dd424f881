import "#app/locales/needed/joining.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { buttonStyle } from "#app/ui/button-style.ts";
import { Notice } from "#app/ui/notice.tsx";

type Props = {
	/** What the provider is called. */
	label: string;
	/** What names a session there that goes on though the one here has just ended. */
	leave: string | null;
};

/** The way in by a provider of identities, and the way out of it on a shared computer. */
export function ProviderDoor({ label, leave }: Props) {
	const t = useT("joining");
	const provider = { provider: label };
	return (
		<div className="mt-4 space-y-6">
			{leave ? (
				<Notice kind="late" title={t("link.leaveLead", provider)}>
					<p>
						<a
							href={paths.providerLeave(leave)}
							className="inline-flex min-h-target items-center text-link underline underline-offset-4"
						>
							{t("link.leave", provider)}
						</a>
					</p>
				</Notice>
			) : null}
			<a href={paths.providerSignIn()} className={buttonStyle("secondary")}>
				{t("provider.button", provider)}
			</a>
		</div>
	);
}
