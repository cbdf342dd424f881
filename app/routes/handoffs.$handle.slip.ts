import "#app/locales/needed/handoffs.ts";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { openHandoff } from "#app/features/handoffs/handoff-door.server.ts";
import stylesheet from "#app/features/handoffs/slip.css?url";
import { slipPage } from "#app/features/handoffs/slip.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import { paths } from "#app/paths.ts";
import { hasSlip, wantsSquare } from "#db/handoff-choices.ts";
import { showCode } from "#db/pseudonyms/code.ts";

/** A sheet to print: the number alone. For its sender, once the handoff was sent. */
export async function loader(args: LoaderFunctionArgs) {
	const { db } = args.context.services;
	const opened = openHandoff(args, "slip", (asked) => hasSlip(db, asked));
	const { own, scope, language } = await opened.catch((thrown) => {
		throw isAbsent(thrown) ? backToHandoff(args) : thrown;
	});

	const { say } = speechOf(language);
	const page = slipPage({
		number: showCode(own.number),
		header: say("handoffs:slip"),
		stylesheet,
		title: say("shell:title"),
		qr: wantsSquare(db, scope.territoryId),
	});
	return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}

/** No page surrounds a sheet to say that there is nothing here: the page of the handoff says it. */
function backToHandoff({ params }: LoaderFunctionArgs): Response {
	return redirect(paths.handoff(params.handle ?? ""), 303);
}

function isAbsent(thrown: unknown): boolean {
	return thrown instanceof Response && thrown.status === 404;
}
