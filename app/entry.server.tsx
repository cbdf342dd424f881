import {
	type ActionFunctionArgs,
	type AppLoadContext,
	createReadableStreamFromReadable,
	type EntryContext,
	type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "#app/features/shell/nonce.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import { SpeechContext } from "#app/i18n/use-t.ts";
import { noteError } from "#app/server/faults.server.ts";
import { withoutNulls } from "#app/server/without-nulls.server.ts";

/** Rendering that has not ended by then is cut. */
const renderLimitMs = 6_000;

export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	{ nonce, services, fault }: AppLoadContext,
): Promise<Response> {
	const speech = speechOf(languageOf(request));
	headers.set("Content-Type", "text/html; charset=utf-8");
	headers.set("Content-Language", speech.language);
	headers.append("Vary", "Cookie, Accept-Language");

	return new Promise((resolve, reject) => {
		let answered = false;
		const send = () => {
			answered = true;
			const body = withoutNulls().once("close", () => clearTimeout(timer));
			resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
			pipe(body);
		};
		const { pipe, abort } = renderToPipeableStream(
			<SpeechContext.Provider value={speech}>
				<NonceContext.Provider value={nonce}>
					<RemixServer context={remixContext} url={request.url} nonce={nonce} />
				</NonceContext.Provider>
			</SpeechContext.Provider>,
			{
				nonce,
				[isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady"]: send,
				onShellError: reject,
				onError: (error: unknown) => {
					const { routeOf } = fault;
					const { log, incidents } = services;
					const known = { log, incidents, fault: { store: false, routeOf }, url: request.url };
					if (answered) noteError(error, known);
				},
			},
		);
		const timer = setTimeout(abort, renderLimitMs);
	});
}

/** Tells the process about an error of a loader or an action, unless the browser simply went away. */
export function handleError(
	error: unknown,
	{ request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
	if (request.signal.aborted) return;
	const { log, incidents } = context.services;
	noteError(error, { log, incidents, fault: context.fault, url: request.url });
}
