import "#app/locales/needed/accounts.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { OwnSession } from "#app/server/own-sessions.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Mark } from "#app/ui/mark.tsx";

/** The browsers in which one is signed in, each with the way to end it. */
export function OwnSessions({ sessions }: { sessions: OwnSession[] }) {
	const t = useT("accounts");
	return (
		<form method="post" action={paths.accountSessions()}>
			<ul className="max-w-measure divide-y divide-rule border-y border-rule">
				{sessions.map((session) => (
					<li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
						<SessionLine {...session} />
					</li>
				))}
			</ul>
			{sessions.length > 1 ? (
				<div className="mt-4">
					<Button kind="secondary" name="end" value="others">
						{t("sessions.endOthers")}
					</Button>
				</div>
			) : null}
		</form>
	);
}

function SessionLine({ id, system, browser, startedAt, here }: OwnSession) {
	const t = useT("accounts");
	const format = useFormat();
	const device = t("sessions.device", {
		browser: t(`sessions.browser.${browser}`),
		system: t(`sessions.system.${system}`),
	});
	return (
		<>
			<Mark kind={here ? "here" : "open"} />
			<span className="min-w-0 grow">
				<span className="block font-semibold">{device}</span>
				<span className="block text-small text-ink-soft">
					{t("sessions.since", { when: format.dateTime(startedAt) })}
					{here ? ` (${t("sessions.here")})` : null}
				</span>
			</span>
			{here ? null : (
				<Button kind="quiet" name="end" value={id}>
					{t("sessions.end")} <span className="sr-only">{device}</span>
				</Button>
			)}
		</>
	);
}
