import "#app/locales/needed/administration.ts";
import "#app/locales/needed/colleagues.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { DataList } from "#app/ui/data-list.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Page, Section } from "#app/ui/page.tsx";
import { type ShownHolder, useHolderWords } from "./holder-words.ts";

type Props = {
	holder: ShownHolder & { own: boolean };
	territoryName: string;
	answer: FormAnswer | undefined;
	/** What asks again who is in front of the screen. */
	proof: ReactNode;
};

/** Somebody who has a duty: the end of their access, or its new beginning. */
export function HolderPage({ holder, territoryName, answer, proof }: Props) {
	const t = useT("administration");
	const words = useT("colleagues");
	const { duty, seen } = useHolderWords()(holder);
	const act = holder.suspended ? "open" : "close";
	return (
		<Page
			title={holder.label}
			above={t("person.title")}
			back={{ to: paths.administration(), label: t("person.back") }}
		>
			<DataList
				items={[
					{ term: t("person.duty"), description: duty },
					{ term: t("person.structure"), description: holder.structureName },
					{ term: t("person.territory"), description: territoryName },
					{ term: t("person.seen"), description: seen },
				]}
			/>
			<Section title={words(`change.${act}`)}>
				<FormErrors {...(answer?.errors ? { errors: answer.errors } : {})} />
				{holder.own ? (
					<p>{words("change.yourself")}</p>
				) : (
					<form method="post">
						<p className="max-w-measure">{words(`change.${act}Lead`)}</p>
						{proof}
						<Actions>
							<Button kind="secondary" name="act" value={act}>
								{words(`change.${act}Act`)}
							</Button>
						</Actions>
					</form>
				)}
			</Section>
		</Page>
	);
}
