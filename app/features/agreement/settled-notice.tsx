import "#app/locales/needed/my-day.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { TextLink } from "#app/ui/text-link.tsx";

/** A consultation in which nobody is waited for any more. */
export type Settled = { draftId: string; title: string; agreed: boolean };

/** Tells the coordinator, in their day, that partners have answered and the next move is theirs. */
export function SettledNotice({ settled }: { settled: Settled[] }) {
	const t = useT("myDay");
	return settled.map(({ draftId, title, agreed }) => (
		<Notice
			key={draftId}
			kind={agreed ? "done" : "info"}
			title={t(agreed ? "settled.agreed" : "settled.answered", { title })}
		>
			<p>{t(agreed ? "settled.agreedNext" : "settled.answeredNext")}</p>
			<p>
				<TextLink to={agreed ? paths.draftPublication(draftId) : paths.draftConsultation(draftId)}>
					{t(agreed ? "settled.publish" : "settled.read")}
				</TextLink>
			</p>
		</Notice>
	));
}
