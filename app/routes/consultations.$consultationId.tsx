import "#app/locales/needed/agreement.ts";
import "#app/locales/needed/protocols.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { CommentAnswer } from "#app/features/agreement/comment-list.tsx";
import { consultationForm } from "#app/features/agreement/consultation-form.schema.ts";
import { ConsultationPage } from "#app/features/agreement/consultation-page.tsx";
import { ProtocolLine } from "#app/features/line/protocol-line.tsx";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { OutlineSections } from "#app/features/protocols/outline-sections.tsx";
import { readingOf } from "#app/features/protocols/reading.ts";
import { languageOf } from "#app/i18n/languages.ts";
import { useT } from "#app/i18n/use-t.ts";
import { paths } from "#app/paths.ts";
import { actOnConsultation } from "#app/server/consultation-acts.server.ts";
import { consultationView, requireConsultation } from "#app/server/consultations.server.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import { versionsOf } from "#db/consultations.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { consultation, member, db } = await requireReader(args);
	const language = languageOf(args.request);
	const { version } = versionsOf(db, consultation);
	const view = consultationView(db, member, consultation, language);
	const dated = { ...version, hash: consultation.versionHash, publishedAt: consultation.openedAt };
	const { drawing, outline, questions } = readingOf(dated, language);
	return json({
		view,
		reading: { drawing, outline, questions },
		saved: savedIn(args.request.url),
		proof: view.maySign && view.own?.given && !view.own.signed ? await proofAsked(args) : null,
	});
}

export async function action(args: ActionFunctionArgs) {
	const { consultation, member } = await requireReader(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, consultationForm);
	if (!form.ok) return json({ errors: form.errors, values: form.values }, 422);
	if (form.data.act === "sign") {
		requireMay(member, "sign-protocol");
		if (!proved.fresh) return json(proved.answer, proved.status);
	}

	const acted = actOnConsultation(args.context.services, member, consultation, form.data);
	if (!acted.ok) return json(acted.answer, acted.status);
	return redirect(`${paths.consultation(consultation.id)}?saved=${form.data.act}`, 303);
}

async function requireReader(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "read-consultation");
	const { db } = args.context.services;
	const consultation = requireConsultation(db, member, args.params.consultationId ?? "");
	return { consultation, member, db };
}

const saves = ["answer", "sign", "comment", "remove-comment"] as const;
type Saved = (typeof saves)[number];

function savedIn(url: string): Saved | null {
	const saved = new URL(url).searchParams.get("saved");
	return saves.find((one) => one === saved) ?? null;
}

export default function Consultation() {
	const t = useT("protocols");
	const { view, reading, saved, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>() as CommentAnswer | undefined;
	const labels = { course: t("line.course"), interruptions: t("line.interruptions") };
	return (
		<ConsultationPage
			{...view}
			{...{ saved, answer }}
			proof={<ProofFields ask={proof} answer={answer} />}
			reading={
				<>
					<ProtocolLine drawing={reading.drawing} labels={labels} />
					<OutlineSections outline={reading.outline} questions={reading.questions} />
				</>
			}
		/>
	);
}
