import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CardPage } from "#app/features/print/card-page.tsx";
import cardStyles from "#app/features/print/print-card.css?url";
import sheetStyles from "#app/features/print/print-sheets.css?url";
import { paths } from "#app/paths.ts";
import { printedCard } from "#app/server/printed-protocols.server.ts";
import { openDraft } from "#app/server/readable-protocols.server.ts";

export const links: LinksFunction = () => [
	{ rel: "stylesheet", href: sheetStyles },
	{ rel: "stylesheet", href: cardStyles },
];

export async function loader(args: LoaderFunctionArgs) {
	return json(printedCard(args, await openDraft(args)));
}

export default function DraftCard() {
	const { id, card, version } = useLoaderData<typeof loader>();
	return <CardPage card={card} version={version} back={paths.draftExports(id)} />;
}
