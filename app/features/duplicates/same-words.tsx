import "#app/locales/needed/duplicates.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Heading } from "#app/ui/heading.tsx";
import { Panel } from "#app/ui/page.tsx";
import { StatusTag } from "#app/ui/status-tag.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { DuplicateView } from "./present-duplicate.ts";

type Taken = Extract<DuplicateView["pairing"], { is: "taken" }>;
type Props = {
	pairing: Taken;
	timeZone: string;
	proof: ReactNode;
	answer: FormAnswer | undefined;
};

/** Both are there: the same two words on both screens, and what becomes of one's own situation. */
export function SameWords({ pairing, timeZone, proof, answer }: Props) {
	const t = useT("duplicates");
	const format = useFormat(timeZone);
	const form = useKindForm({ ...(answer ? { answer } : {}) });
	const { words, remains, confirmed, possible, until } = pairing;
	const asks = possible && !confirmed.mine;
	return (
		<Panel className="mb-10 max-w-measure">
			<Heading level={2} size={3} id="words">
				{t("words.title")}
			</Heading>
			<p lang="fr" className="mt-2 text-title-1 font-bold">
				{words}
			</p>
			<p className="mt-2">{t("words.compare")}</p>
			<p className="mt-4 font-semibold">{t(remains ? "words.remains" : "words.closes")}</p>
			<Standing confirmed={confirmed} />
			<p className="mt-2 text-ink-soft">{t("words.until", { until: format.time(until) })}</p>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				{asks ? proof : null}
				<Actions>
					{asks ? (
						<Button name="wish" value="confirm">
							{t("words.confirm")}
						</Button>
					) : (
						<LinkButton to="." reloadDocument>
							{t("words.look")}
						</LinkButton>
					)}
					<Button name="wish" value="refuse" kind="quiet" formNoValidate>
						{t("words.refuse")}
					</Button>
				</Actions>
			</Form>
		</Panel>
	);
}

function Standing({ confirmed: { mine, theirs } }: Pick<Taken, "confirmed">) {
	const t = useT("duplicates");
	return (
		<ul className="mt-4 space-y-1">
			<li>
				<StatusTag kind={mine ? "done" : "waiting"}>
					{t(mine ? "words.mine" : "words.notMine")}
				</StatusTag>
			</li>
			<li>
				<StatusTag kind={theirs ? "done" : "open"}>
					{t(theirs ? "words.theirs" : "words.notTheirs")}
				</StatusTag>
			</li>
		</ul>
	);
}
