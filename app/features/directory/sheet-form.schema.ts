import "#app/locales/needed/directory.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";
import { sheetKinds } from "./sheet-kinds.ts";

const optional = (text: z.ZodString) => text.optional().transform((said) => said || null);

/** What the keeper of a directory writes of a structure. */
export const sheetForm = z.object({
	name: z
		.string({ error: textKey("directory:sheet.nameMissing") })
		.trim()
		.min(1, textKey("directory:sheet.nameMissing"))
		.max(80, textKey("directory:sheet.nameLong")),
	/** The name looks like a person's, and is a place's. */
	place: z.literal("yes").optional(),
	kind: z.enum(sheetKinds, { error: textKey("directory:sheet.kindMissing") }),
	zone: optional(z.string().trim().max(40, textKey("directory:sheet.zoneLong"))),
	phone: optional(
		z
			.string()
			.trim()
			.regex(/^((\+\d{1,3}|0)[\d .-]{8,20})?$/, textKey("directory:sheet.phoneOdd")),
	),
	roles: z.array(z.string().regex(/^[a-z][a-z0-9-]{0,59}$/)).max(80),
	sensitive: z.literal("yes").optional(),
});
