import { z } from "zod";

/** Which of the past situations are read again: so many at once. */
export const whatIfForm = z.object({ page: z.coerce.number().int().min(1).max(500) });
