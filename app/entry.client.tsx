import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLanguage, languages } from "#app/i18n/languages.ts";
import { speechOf } from "#app/i18n/speech-of.ts";
import { SpeechContext } from "#app/i18n/use-t.ts";

// The page forbids `eval`, and zod tries it once, wherever it arrives from first: it is told before.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

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
