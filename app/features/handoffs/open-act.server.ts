import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { momentOf } from "#app/server/casework.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { actChoices } from "#db/handoff-acts.ts";
import { handoffPage } from "#db/handoff-page.ts";
import { actFormOf, pairedForm } from "./act-table.ts";
import { openHandoff } from "./handoff-door.server.ts";
import { presentAct } from "./present-act.ts";

/**
 * The page of an act on a handoff, and why it cannot be done now if it cannot.
 *
 * @throws Response 404 when the handoff is not theirs, or no person can do such an act
 */
export async function openAct(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const opened = await openHandoff(args, "handoff-act");
	const known = actFormOf(args.params.act ?? "") ?? notFound();
	const { services, scope, own, acting, now } = opened;
	const moment = momentOf(services);
	const choices = actChoices(services.db, scope, { own, acting, act: known.act, moment });
	const told = handoffPage(services.db, scope, own, { acting, now });
	const { paired, unmatched } = told.matching;
	const form = paired ? pairedForm(known) : known;
	const page = presentAct(form, told, choices, opened);
	return { ...opened, form, known, paired, page, choices, refusal: choices.refusal, unmatched };
}
