import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { speechInBrowser } from "#app/i18n/browser-texts.ts";
import { needEverydayTexts } from "#app/i18n/everyday-texts.ts";
import { SpeechContext } from "#app/i18n/use-t.ts";

void needEverydayTexts().then(() => {
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<SpeechContext.Provider value={speechInBrowser()}>
					<RemixBrowser />
				</SpeechContext.Provider>
			</StrictMode>,
		);
	});
});
