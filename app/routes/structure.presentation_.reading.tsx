import "#app/locales/needed/texts.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReadingPage } from "#app/features/texts/reading-page.tsx";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { readingOf } from "#app/server/presentations.server.ts";
import { answerReading } from "#app/server/second-reading.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-second");
	const { structureId } = member;
	const view = readingOf(args.context.services, member, structureId, args.request.url);
	return json({ structureId, view });
}

/** Another member of the structure accepts a text that may name somebody, or refuses it. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-second");
	const { structureId } = member;
	return answerReading(args, member, { structureId, page: paths.presentationReading() });
}

export default function Reading() {
	const t = useT("texts");
	const { structureId, view } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const back = { to: paths.structure(structureId), label: t("write.back") };
	return <ReadingPage {...{ view, answer, back }} />;
}
