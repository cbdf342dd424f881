import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage, languages } from "#app/i18n/languages.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import { SpeechContext } from "#app/i18n/use-t.ts";

const { lang } = document.documentElement;

void speechOf(isLanguage(lang) ? lang : languages[0]).then((speech) => {
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<SpeechContext.Provider value={speech}>
					<RemixBrowser />
				</SpeechContext.Provider>
			</StrictMode>,
		);
	});
});
