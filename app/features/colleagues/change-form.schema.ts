import { z } from "zod";

/** What the page of a colleague sends: their rights, or that their access is closed or opened. */
export const changeForm = z.object({
	act: z.enum(["rights", "close", "open"]),
	rights: z.array(z.enum(["reception", "manager"])).max(2),
});
