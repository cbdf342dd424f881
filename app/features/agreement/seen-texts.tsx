import "#app/locales/needed/agreement.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Button } from "#app/ui/button.tsx";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { Section } from "#app/ui/page.tsx";

/** A text of the version in which the guard saw something. */
export type SeenText = {
	/** Where it stands and in which language, as the form names it. */
	name: string;
	text: string;
	seen: string[];
	/** It holds a number or an address: it is rewritten, nobody can accept it. */
	stops: boolean;
	/** The reader has accepted it; a second person is missing. */
	own: boolean;
};

/** The texts that may point at somebody: to be rewritten, or accepted by two people. */
export function SeenTexts({ texts }: { texts: readonly SeenText[] }) {
	const t = useT("agreement");
	return texts.map(({ name, text, seen, stops, own }) => {
		const words = { seen: seen.join(", ") };
		return (
			<Section key={name} title={t("publish.text")} level={3}>
				<p className="mb-2 max-w-measure whitespace-pre-line break-words">{text}</p>
				<p className="mb-3 max-w-measure font-semibold">
					{stops ? t("publish.textStop", words) : t("publish.textWaits", words)}
				</p>
				{stops || own ? null : (
					<Form method="post">
						<HiddenFields values={{ act: "text", text: name }} />
						<Button kind="secondary">{t("publish.acceptText")}</Button>
					</Form>
				)}
			</Section>
		);
	});
}
