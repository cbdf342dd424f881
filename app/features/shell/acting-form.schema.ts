import { z } from "zod";

/** What the choice of a structure sends: the person's place there, and the page to show next. */
export const actingForm = z.object({
	memberId: z.string().regex(/^[\w-]{1,80}$/),
	back: z.string().max(2_000).default("/"),
});
