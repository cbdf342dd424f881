import "#app/locales/needed/invitations.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { givenDuties, givenRights } from "./given.ts";

/** A profession and a letter: what partners see of somebody. */
const label = z
	.string({ error: textKey("invitations:labelMissing") })
	.trim()
	.min(1, textKey("invitations:labelMissing"))
	.max(40, textKey("invitations:labelLong"))
	.regex(/^(\p{L}[\p{L}\p{M} '’.-]*)?$/u, textKey("invitations:labelOdd"));

const key = z.string().regex(/^[A-Za-z0-9_-]{22}$/);

/** What a manager sends who invites a colleague. */
export const colleagueForm = z.object({ key, label, rights: z.array(z.enum(givenRights)).max(2) });

/** What the keeper of a directory sends who invites the first manager of a structure. */
export const managerForm = z.object({ key, label });

/** What an administrator sends who invites for a duty. */
export const dutyForm = z.object({
	key,
	label,
	duty: z.enum(givenDuties, { error: textKey("invitations:duty.dutyMissing") }),
	territory: z
		.string({ error: textKey("invitations:duty.territoryMissing") })
		.min(1, textKey("invitations:duty.territoryMissing"))
		.max(80, textKey("invitations:duty.territoryMissing")),
});
