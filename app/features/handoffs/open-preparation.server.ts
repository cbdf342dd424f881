import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { momentOf } from "#app/server/casework.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { preparationOf } from "#db/handoff-preparation.ts";
import { openSituationToHandOff } from "./handoff-door.server.ts";
import { presentPreparation } from "./present-preparation.ts";

/**
 * The page that prepares a handoff from a step, and why nothing can be prepared if so.
 *
 * @throws Response 404 when the situation is not theirs, or the step hands nothing off
 */
export async function openPreparation(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const opened = await openSituationToHandOff(args);
	const { services, scope, own, acting } = opened;
	const stepId = args.params.stepId ?? "";
	const moment = momentOf(services);
	const preparation =
		preparationOf(services.db, scope, { own, acting, moment, stepId }) ?? notFound();
	const page = presentPreparation(preparation, own, opened);
	return {
		...opened,
		stepId,
		page,
		structures: preparation.structures,
		refusal: preparation.refusal,
	};
}
