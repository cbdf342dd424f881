import { z } from "zod";

/** What the choice of a structure sends: the person's place there, and the page to show next. */
export const actingForm = z.object({
	memberId: z.string().min(1).max(100),
	back: z.string().max(2_000).default("/"),
});
