import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type OpeningChoice, openingChoices } from "#db/opening-choices.ts";
import type { Member } from "./member.server.ts";

/** The protocols that a member's structure may open under, and the one that the address names. */
export function chosenProtocol(
	{ request, context }: LoaderFunctionArgs | ActionFunctionArgs,
	member: Member,
): { choices: OpeningChoice[]; chosen: OpeningChoice | undefined } {
	const choices = openingChoices(context.services.db, member);
	const asked = new URL(request.url).searchParams.get("protocol");
	const only = choices.length === 1 ? choices[0] : undefined;
	return { choices, chosen: choices.find(({ id }) => id === asked) ?? only };
}
