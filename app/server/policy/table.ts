import { accountRoutes } from "./account-routes.ts";
import type { Entry } from "./entry.ts";
import { messageRoutes } from "./message-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import { situationRoutes } from "./situation-routes.ts";
import { studioRoutes } from "./studio-routes.ts";
import { territoryRoutes } from "./territory-routes.ts";

/**
 * The policy: for each route of the application, who may ask what of it, and to whom it opens.
 *
 * A route without an entry is refused when it is asked for, and fails the tests. `docs/security/
 * policy.md` is written from this table, and the authorisation matrix asks every question of it.
 */
export const policyTable: Readonly<Record<string, Entry>> = {
	...accountRoutes,
	...messageRoutes,
	...peopleRoutes,
	...situationRoutes,
	...studioRoutes,
	...territoryRoutes,
};
