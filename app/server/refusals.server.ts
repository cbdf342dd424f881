import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import {
	type AnyRefusal,
	type RefusalNames,
	type RefusalText,
	refusalText,
} from "#app/features/refusals/refusal-text.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { workingCalendarOf } from "#db/circumstances.ts";
import { situationOf } from "#db/history.ts";
import { compiledVersion } from "#db/protocol-versions.ts";
import { nameOf, peopleOf } from "#db/situation-people.ts";
import { interruptionTitle } from "#db/situation-titles.ts";
import { type Language, say, type Text } from "#protocols/language/text.ts";
import type { Member } from "./member.server.ts";
import type { Approach } from "./situations.server.ts";

/** Words a refusal with the names of the situation that it is about. */
export async function wordRefusal(
	args: LoaderFunctionArgs | ActionFunctionArgs,
	approach: Pick<Approach, "own" | "reading">,
	refusal: AnyRefusal,
): Promise<RefusalText> {
	const language = languageOf(args.request);
	return refusalText(refusal, language, namesOf(args, approach, language));
}

function namesOf(
	{ context }: LoaderFunctionArgs | ActionFunctionArgs,
	{ own, reading }: Pick<Approach, "own" | "reading">,
	language: Language,
): RefusalNames {
	const { db } = context.services;
	const situation = situationOf(db, own.situationPk);
	const people = peopleOf(db, reading.scope, situation);
	const { steps } = situation.compiled.places;
	const outcomes = [...steps.values()].flatMap(({ step }) => step.outcomes);
	return {
		structure: (id) => nameOf(people.who(id), language),
		role: (id) => say(people.role(id), language),
		step: (id) => say(steps.get(id)?.step.title ?? { fr: id }, language),
		outcome: (code) =>
			say(outcomes.find((outcome) => outcome.code === code)?.label ?? { fr: code }, language),
		interruption: (id) => say(interruptionTitle(situation, id), language),
		timeZone: workingCalendarOf(db, reading.scope.territoryId).timeZone,
	};
}

/** Words why a situation was not opened: there is none yet, its protocol says the names. */
export async function wordOpeningRefusal(
	{ request, context }: ActionFunctionArgs,
	{ territoryId, structureName }: Member,
	versionHash: string,
	refusal: AnyRefusal,
): Promise<RefusalText> {
	const { db } = context.services;
	const language = languageOf(request);
	const { protocol, places } = compiledVersion(db, territoryId, versionHash);
	const titled = (parts: readonly { id: string; title: Text }[], id: string) =>
		say(parts.find((part) => part.id === id)?.title ?? { fr: id }, language);
	return refusalText(refusal, language, {
		structure: () => structureName,
		role: (id) => say(protocol.roles.find((role) => role.id === id)?.label ?? { fr: id }, language),
		step: (id) => say(places.steps.get(id)?.step.title ?? { fr: id }, language),
		outcome: (code) => code,
		interruption: (id) => titled(protocol.interruptions, id),
		timeZone: workingCalendarOf(db, territoryId).timeZone,
	});
}
