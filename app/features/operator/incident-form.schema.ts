import "#app/locales/needed/operator.ts";
import { z } from "zod";
import { textKey } from "#app/i18n/text-key.ts";

/** How somebody may say that an incident ended; that it went through by itself, only the server says. */
export const ownResolutions = ["tried-again", "cause-removed", "nothing-left"] as const;

const chooseFirst = textKey("operator:incidents.chooseFirst");
const id = z.string().regex(/^[1-9]\d{0,8}$/);

/** What the page of incidents sends: one of them is taken, or closed. */
export const incidentForm = z
	.object({ id, act: z.enum(["take", "resolve"]), resolution: z.enum(["", ...ownResolutions]) })
	.refine(({ act, resolution }) => act === "take" || resolution !== "", {
		path: ["resolution"],
		message: chooseFirst,
	});
