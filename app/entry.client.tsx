import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { i18nOf } from "#app/i18n/create-i18n.ts";
import { isLanguage, languages } from "#app/i18n/languages.ts";

const { lang } = document.documentElement;

void i18nOf(isLanguage(lang) ? lang : languages[0]).then((i18n) => {
	startTransition(() => {
		hydrateRoot(
			document,
			<StrictMode>
				<I18nextProvider i18n={i18n}>
					<RemixBrowser />
				</I18nextProvider>
			</StrictMode>,
		);
	});
});
