import { json } from "@remix-run/node";
import { languageOf } from "#app/i18n/languages.ts";
import { type TextKey, textKey } from "#app/i18n/text-key.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { inspectText } from "#db/public-texts/inspect-text.ts";
import { inviteTo, type Wish } from "./invitations.server.ts";
import type { Member } from "./member.server.ts";
import type { Services } from "./services.server.ts";

/** What the page that invites is answered: the link, this once; or what stands in the way. */
export type InviteAnswer = {
	errors?: Record<string, TextKey[]>;
	values?: Record<string, string | string[]>;
	outcome?:
		| { shown: { link: string; label: string; expiresAt: number; timeZone: string } }
		| { repeated: true };
};

type Asked = { request: Request; services: Services; member: Member };

/** Invites, and words what came of it. What partners will read names nobody: the guard looks first. */
export function answerInvite(
	{ request, services, member }: Asked,
	wish: Wish,
	{ key, ...values }: { key: string } & Record<string, string | string[]>,
) {
	const { label } = wish;
	const found = inspectText(label, { language: languageOf(request) });
	if (found.stops.length + found.warnings.length > 0) {
		return refused(textKey("invitations:labelName"), values);
	}
	const invited = inviteTo(services, member, wish, key);
	if (invited.ok) {
		const { timeZone } = workingCalendarOf(services.db, member.territoryId);
		const { link, expiresAt } = invited;
		return json<InviteAnswer>({ outcome: { shown: { link, label, expiresAt, timeZone } } });
	}
	return invited.code === "label-taken"
		? refused(textKey("invitations:labelTaken"), values)
		: json<InviteAnswer>({ outcome: { repeated: true } });
}

function refused(message: TextKey, values: Record<string, string | string[]>) {
	return json<InviteAnswer>({ errors: { label: [message] }, values }, 422);
}
