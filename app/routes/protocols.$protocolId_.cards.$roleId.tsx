import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CardPage } from "#app/features/print/card-page.tsx";
import cardStyles from "#app/features/print/print-card.css?url";
import sheetStyles from "#app/features/print/print-sheets.css?url";
import { paths } from "#app/paths.ts";
import { printedCard } from "#app/server/printed-protocols.server.ts";
import { openPublished } from "#app/server/readable-protocols.server.ts";

export const links: LinksFunction = () => [
	{ rel: "stylesheet", href: sheetStyles },
	{ rel: "stylesheet", href: cardStyles },
];

export async function loader(args: LoaderFunctionArgs) {
	return json(printedCard(args, await openPublished(args)));
}

export default function ProtocolCard() {
	const { id, card, version } = useLoaderData<typeof loader>();
	return <CardPage card={card} version={version} back={paths.protocolExports(id)} />;
}
