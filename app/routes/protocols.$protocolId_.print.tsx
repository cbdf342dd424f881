import { json, type LinksFunction, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Line } from "#app/features/line/line.tsx";
import { LineLegend } from "#app/features/line/line-legend.tsx";
import { BookletPage } from "#app/features/print/booklet-page.tsx";
import stylesheet from "#app/features/print/print-sheets.css?url";
import { OutlineSections } from "#app/features/protocols/outline-sections.tsx";
import { paths } from "#app/paths.ts";
import { printedBooklet } from "#app/server/printed-protocols.server.ts";
import { openPublished } from "#app/server/readable-protocols.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
	return json(printedBooklet(args, await openPublished(args)));
}

export default function ProtocolBooklet() {
	const { id, booklet, version } = useLoaderData<typeof loader>();
	return (
		<BookletPage
			booklet={booklet}
			version={version}
			back={paths.protocolExports(id)}
			draw={({ geometry, top }, label) => <Line geometry={geometry} top={top} label={label} />}
			legend={<LineLegend />}
			steps={<OutlineSections outline={booklet.outline} questions={{}} />}
		/>
	);
}
