import "#app/locales/needed/duplicates.ts";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { DataList } from "#app/ui/data-list.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Notice } from "#app/ui/notice.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { NumberOffered, Offer, Take } from "./pairing-number.tsx";
import type { DuplicateView } from "./present-duplicate.ts";
import { SameWords } from "./same-words.tsx";

type Props = {
	view: DuplicateView;
	answer: FormAnswer | undefined;
	/** The number that was just drawn: it is shown once. */
	number: string | null;
	/** Why the two situations cannot become one. */
	refusal: ReactNode;
	/** What asks again who is in front of the screen, above the confirmation. */
	proof: ReactNode;
};

/** Two people on the telephone, each at the page of their own situation: is it the same one? */
export function DuplicatePage({ view, answer, number, refusal, proof }: Props) {
	const t = useT("duplicates");
	return (
		<Page
			above={view.alias}
			title={t("title")}
			lead={t("lead")}
			back={{ to: paths.situation(view.handle), label: view.alias }}
		>
			{refusal}
			<Step {...{ view, answer, number, proof }} />
			<Section title={t("concerned")}>
				<Concerned view={view} />
			</Section>
			<Section title={t("how.title")}>
				<ol className="max-w-measure list-decimal space-y-2 pl-6">
					<li>{t("how.call")}</li>
					<li>{t("how.number")}</li>
					<li>{t("how.words")}</li>
				</ol>
				<p className="mt-4 max-w-measure">{t("how.who")}</p>
				<p className="mt-4 max-w-measure">{t("how.what")}</p>
			</Section>
		</Page>
	);
}

function Step({ view, answer, number, proof }: Omit<Props, "refusal">) {
	const { pairing, timeZone } = view;
	if (pairing?.is === "taken") return <SameWords {...{ pairing, timeZone, proof, answer }} />;
	if (pairing?.is === "offered") {
		return <NumberOffered number={number} until={pairing.until} timeZone={timeZone} />;
	}
	return (
		<>
			{pairing ? <Refused /> : null}
			<Offer />
			<Take answer={answer} />
		</>
	);
}

function Refused() {
	const t = useT("duplicates");
	return (
		<div className="mb-8">
			<Notice title={t("refused.title")} live>
				<p>{t("refused.lead")}</p>
			</Notice>
		</div>
	);
}

/** By what one recognises one's own situation: alias, age band, step. Nothing is known of the other. */
function Concerned({ view: { alias, ageBand, steps } }: Pick<Props, "view">) {
	const t = useT("duplicates");
	const items = [
		{ term: t("alias"), description: <strong>{alias}</strong> },
		{ term: t("age"), description: ageBand },
		{ term: t("steps"), description: steps.join(", ") },
	];
	return <DataList items={items.filter(({ description }) => description)} />;
}
