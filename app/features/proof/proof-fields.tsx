import "#app/locales/needed/proof.ts";
import { useState } from "react";
import { useT, useText } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import type { ProofAsk } from "#app/server/proof.server.ts";
import { Checkbox } from "#app/ui/choice-groups.tsx";
import type { FormAnswer } from "#app/ui/form-values.ts";
import { Heading } from "#app/ui/heading.tsx";
import { Mark } from "#app/ui/mark.tsx";
import { PasskeyButton } from "#app/ui/passkey-button.tsx";
import { TextField } from "#app/ui/text-field.tsx";

type Props = {
	/** What `proofAsked` says; nothing is shown while the last proof is recent enough. */
	ask: ProofAsk | null;
	/** What the action answered last. */
	answer?: FormAnswer | undefined;
};

/** Asks who is in front of the screen, inside the form of an act and just above its button. */
export function ProofFields({ ask, answer }: Props) {
	const t = useT("proof");
	const text = useText();
	if (!ask) return null;
	const error = (field: string) => {
		const message = answer?.errors?.[field]?.[0];
		return message === undefined ? undefined : text(message);
	};
	return (
		<section className="mt-10 mb-6 max-w-measure border-t border-rule pt-6">
			<Heading level={2}>{t("title")}</Heading>
			<p className="mt-2 mb-5 text-ink-soft">{t("why")}</p>
			{ask.kind === "tick" ? (
				<Checkbox
					name="proofTick"
					label={t("tick")}
					hint={t("tickHint")}
					error={error("proofTick")}
				/>
			) : null}
			{ask.kind === "code" ? (
				<TextField
					name="proofCode"
					label={t("code")}
					hint={t("codeHint")}
					error={error("proofCode")}
					autoComplete="one-time-code"
					autoCapitalize="characters"
					spellCheck={false}
				/>
			) : null}
			{ask.kind === "code" && ask.passkey ? <p className="mb-2">{t("or")}</p> : null}
			{ask.kind === "passkey" || (ask.kind === "code" && ask.passkey) ? <ByPasskey /> : null}
			{ask.kind === "provider" ? <ByProvider /> : null}
		</section>
	);
}

/** The key is asked for beside the form: nothing that was typed leaves the page for it. */
function ByPasskey() {
	const t = useT("proof");
	const [done, setDone] = useState(false);
	return (
		<div aria-live="polite">
			{done ? (
				<p className="flex gap-3 font-semibold">
					<Mark kind="done" className="mt-0.5 size-6" />
					{t("passkeyDone")}
				</p>
			) : (
				<PasskeyButton
					act="prove"
					kind="secondary"
					otherwise={t("passkeyScript")}
					onDone={() => setDone(true)}
				>
					{t("passkey")}
				</PasskeyButton>
			)}
		</div>
	);
}

/** In a tab of its own, so that this form stays as it is. */
function ByProvider() {
	const t = useT("proof");
	return (
		<div className="space-y-2">
			<p>{t("provider")}</p>
			<p>
				<a
					href={paths.providerSignIn()}
					target="_blank"
					rel="noreferrer"
					className="text-link underline underline-offset-4"
				>
					{t("providerAct")}
				</a>
			</p>
			<p className="text-ink-soft">{t("providerThen")}</p>
		</div>
	);
}
