import { PassThrough } from "node:stream";
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
import { I18nextProvider } from "react-i18next";
import { NonceContext } from "#app/features/shell/nonce.ts";
import { i18nOf } from "#app/i18n/create-i18n.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { noteError } from "#app/server/faults.server.ts";

/** Rendering that has not ended by then is cut. */
const renderLimitMs = 6_000;

export default async function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	{ nonce, services }: AppLoadContext,
): Promise<Response> {
	const i18n = await i18nOf(languageOf(request));
	headers.set("Content-Type", "text/html; charset=utf-8");
	headers.set("Content-Language", i18n.language);
	headers.append("Vary", "Cookie, Accept-Language");

	return new Promise((resolve, reject) => {
		let answered = false;
		const send = () => {
			answered = true;
			const body = new PassThrough().once("close", () => clearTimeout(timer));
			resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
			pipe(body);
		};
		const { pipe, abort } = renderToPipeableStream(
			<I18nextProvider i18n={i18n}>
				<NonceContext.Provider value={nonce}>
					<RemixServer context={remixContext} url={request.url} nonce={nonce} />
				</NonceContext.Provider>
			</I18nextProvider>,
			{
				nonce,
				[isbot(request.headers.get("user-agent") ?? "") ? "onAllReady" : "onShellReady"]: send,
				onShellError: reject,
				onError: (error: unknown) => {
					if (answered) noteError(error, { log: services.log, fault: { store: false } });
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
	noteError(error, { log: context.services.log, fault: context.fault });
}
