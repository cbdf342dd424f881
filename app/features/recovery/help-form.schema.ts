import "#app/locales/needed/recovery.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { recoveryReasons } from "#db/schema/recoveries.ts";

/** What the page that helps somebody sends: what happened, or the agreement, or a withdrawal. */
export const helpForm = z.discriminatedUnion("act", [
	z.object({
		act: z.literal("ask"),
		reason: z.enum(recoveryReasons, { error: textKey("recovery:one.missing") }),
	}),
	z.object({ act: z.literal("agree") }),
	z.object({ act: z.literal("withdraw") }),
]);
