import "i18next";
import type { fr } from "../locales/fr.ts";

declare module "i18next" {
	/** Keys are checked against the French texts; a wrong key or a missing value does not compile. */
	interface CustomTypeOptions {
		defaultNS: "ui";
		resources: typeof fr;
	}
}
