import { z } from "zod";

/** What the page of one's own factors sends: that one proved who one is, or what to change. */
export const ownFactorsForm = z.object({
	change: z
		.string()
		.regex(/^(confirm|paper|codes|passkey:[A-Za-z0-9_-]{22})$/)
		.default("confirm"),
});
