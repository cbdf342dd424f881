import "#app/locales/needed/factors.ts";
import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { FormErrors } from "#app/ui/form-errors.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { HiddenFields } from "#app/ui/hidden-fields.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useKindForm } from "#app/ui/use-kind-form.ts";
import type { QrDrawing } from "./qr-drawing.ts";

/** What a code application is given: a square to photograph, and the same in letters to type. */
export type Setup = { drawing: QrDrawing; groups: string[] };

/** Links a code application: its secret, then its first code. */
export function CodeSetup({ setup, answer }: { setup: Setup; answer?: FormAnswer | undefined }) {
	const t = useT("factors");
	const form = useKindForm({ ...(answer ? { answer } : {}) });
	const { drawing, groups } = setup;
	return (
		<div className="max-w-measure">
			<p className="mb-3">{t("setup.scan")}</p>
			<svg
				viewBox={`0 0 ${drawing.size} ${drawing.size}`}
				role="img"
				aria-label={t("setup.drawing")}
				className="mb-6 size-60 rounded-panel bg-white"
				shapeRendering="crispEdges"
			>
				<path d={drawing.path} className="fill-black" />
			</svg>
			<p className="mb-2">{t("setup.type")}</p>
			<p className="mb-6 flex flex-wrap gap-x-4 gap-y-1 rounded-panel bg-sunken p-4 font-mono text-title-3 tracking-wider">
				{groups.map((group, place) => (
					// The same group may come twice; its place is what it is.
					// biome-ignore lint/suspicious/noArrayIndexKey: see above
					<span key={place}>{group} </span>
				))}
			</p>
			<Form method="post" {...form.props}>
				<FormErrors {...form.summary} title={t("setup.title")} />
				<HiddenFields values={{ step: "code" }} />
				<TextField
					{...form.field("code")}
					label={t("setup.code")}
					hint={t("setup.confirm")}
					inputMode="numeric"
					autoComplete="one-time-code"
					required
				/>
				<Actions>
					<Button>{t("setup.submit")}</Button>
				</Actions>
			</Form>
		</div>
	);
}

/** The codes to keep on paper, the only time that they are shown. */
export function PaperCodes({ codes }: { codes: string[] }) {
	const t = useT("factors");
	return (
		<ol
			aria-label={t("paper.title")}
			className="grid max-w-measure list-inside list-decimal gap-x-8 gap-y-2 rounded-panel border border-rule bg-surface p-5 font-mono sm:grid-cols-2"
		>
			{codes.map((code) => (
				<li key={code}>{code}</li>
			))}
		</ol>
	);
}
