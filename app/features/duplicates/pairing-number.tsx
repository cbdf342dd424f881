import "#app/locales/needed/duplicates.ts";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button, LinkButton } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Heading } from "#app/ui/heading.tsx";
import { Panel, Section } from "#app/ui/page.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";

/** One asks for a number to say. */
export function Offer() {
	const t = useT("duplicates");
	return (
		<Section title={t("offer.title")}>
			<p className="mb-4 max-w-measure">{t("offer.lead")}</p>
			<WishForm wish="offer">{t("offer.submit")}</WishForm>
		</Section>
	);
}

/** The other one types the number that they hear. */
export function Take({ answer }: { answer: FormAnswer | undefined }) {
	const t = useT("duplicates");
	const form = useKindForm({ ...(answer ? { answer } : {}) });
	return (
		<Section title={t("take.title")}>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} />
				<TextField
					{...form.field("number")}
					label={t("take.label")}
					hint={t("take.hint")}
					inputMode="numeric"
					autoComplete="off"
					maxLength={12}
					required
				/>
				<Button name="wish" value="take">
					{t("take.submit")}
				</Button>
			</Form>
		</Section>
	);
}

type Offered = { number: string | null; until: number; timeZone: string };

/** One's number, shown once; then only until when it can be typed. */
export function NumberOffered({ number, until, timeZone }: Offered) {
	const t = useT("duplicates");
	const format = useFormat(timeZone);
	return (
		<Panel className="mb-10 max-w-measure">
			<Heading level={2} size={3} id="number">
				{number === null ? t("offered.waiting") : t("offered.title")}
			</Heading>
			{number === null ? null : (
				<>
					<p className="mt-2 font-mono text-title-1 tracking-wider" role="status">
						{`${number.slice(0, 3)} ${number.slice(3)}`}
					</p>
					<p className="mt-2">{t("offered.once")}</p>
				</>
			)}
			<p className="mt-2">{t("offered.until", { until: format.time(until) })}</p>
			<Actions>
				<LinkButton to="." reloadDocument>
					{t("offered.look")}
				</LinkButton>
				<WishForm wish="offer" quiet>
					{t("offered.another")}
				</WishForm>
				<WishForm wish="refuse" quiet>
					{t("offered.stop")}
				</WishForm>
			</Actions>
		</Panel>
	);
}

type Wishing = { wish: "offer" | "refuse"; quiet?: boolean; children: ReactNode };

/** A form that only says what one wishes. */
function WishForm({ wish, quiet = false, children }: Wishing) {
	return (
		<Form method="post">
			<Button name="wish" value={wish} kind={quiet ? "quiet" : "primary"}>
				{children}
			</Button>
		</Form>
	);
}
