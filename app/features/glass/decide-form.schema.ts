import { z } from "zod";

/** The form by which a manager agrees to an emergency access, or refuses it; a button for each. */
export const decideForm = z.strictObject({
	id: z.string().regex(/^[\w-]{22}$/),
	decision: z.enum(["agree", "refuse"]),
});
