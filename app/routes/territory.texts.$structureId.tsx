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
	requireMay(member, "keep-directory");
	const structureId = args.params.structureId ?? "";
	return json(readingOf(args.context.services, member, structureId, args.request.url));
}

/** The coordinator is a second person for every structure of the territory. */
export async function action(args: ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "keep-directory");
	const structureId = args.params.structureId ?? "";
	// Absent for who keeps another territory, as when it is read.
	readingOf(args.context.services, member, structureId, args.request.url);
	return answerReading(args, member, { structureId, page: paths.textReading(structureId) });
}

export default function TextReading() {
	const t = useT("texts");
	const view = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>();
	const back = { to: paths.publicTexts(), label: t("list.title") };
	return <ReadingPage {...{ view, answer, back }} />;
}
