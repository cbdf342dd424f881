import "#app/locales/needed/recovery.ts";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ProofFields } from "#app/features/proof/proof-fields.tsx";
import { helpForm } from "#app/features/recovery/help-form.schema.ts";
import { type HelpAnswer, HelpPage } from "#app/features/recovery/help-page.tsx";
import { textKey } from "#app/i18n/text-key.ts";
import { paths } from "#app/paths.ts";
import { parseForm } from "#app/server/forms.server.ts";
import { requireMember } from "#app/server/member.server.ts";
import { notFound } from "#app/server/not-found.server.ts";
import { requireMay } from "#app/server/policy.server.ts";
import { proofAsked, requireFreshProof } from "#app/server/proof.server.ts";
import {
	agree,
	type Helped,
	help,
	personToHelp,
	waitingFor,
	withdraw,
} from "#app/server/recoveries.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { services, member, person } = await requirePerson(args);
	const { label, structureName, timeZone } = person;
	const waiting = waitingFor(services, member, person);
	return json({
		person: { label, structureName, timeZone, waiting: waiting ? shownOf(waiting) : null },
		proof: await proofAsked(args),
	});
}

/** Asks for a way back, agrees to one, or takes it back. */
export async function action(args: ActionFunctionArgs) {
	const { services, member, person } = await requirePerson(args);
	const proved = await requireFreshProof(args);
	const form = await parseForm(proved.args.request, helpForm);
	if (!form.ok) return json<HelpAnswer>({ errors: form.errors, values: form.values }, 422);
	if (!proved.fresh) return json<HelpAnswer>(proved.answer, proved.status);

	const sent = form.data;
	switch (sent.act) {
		case "ask": {
			const kind = sent.reason === "forgotten" ? "password" : "factors";
			const { reason } = sent;
			return answerTo(args, help(services, member, person, { kind, reason }), { reason });
		}
		case "agree":
			return answerTo(args, agree(services, member, person), {});
		case "withdraw":
			withdraw(services, member, person);
			return json<HelpAnswer>({ said: "withdrawn" });
	}
}

function answerTo({ context }: ActionFunctionArgs, helped: Helped, values: HelpAnswer["values"]) {
	if (!helped.ok) {
		const errors = { form: [textKey(`recovery:refusals.${helped.code}`)] };
		return json<HelpAnswer>({ errors, ...(values ? { values } : {}) }, 409);
	}
	if ("waits" in helped) return json<HelpAnswer>({ said: "asked" });
	const link = `${context.services.environment.origins[0]}${paths.recover(helped.secret)}`;
	return json<HelpAnswer>({ shown: { link, expiresAt: helped.expiresAt } });
}

type Waiting = NonNullable<ReturnType<typeof waitingFor>>;

function shownOf({ given, mayAgree, askedByLabel, askedAt, expiresAt }: Waiting) {
	return { given, mayAgree, askedByLabel, askedAt, expiresAt };
}

async function requirePerson(args: LoaderFunctionArgs | ActionFunctionArgs) {
	const member = await requireMember(args);
	requireMay(member, "help-back-in");
	const { services } = args.context;
	const person = personToHelp(services, member, args.params.memberId ?? "") ?? notFound();
	return { services, member, person };
}

export default function Recovery() {
	const { person, proof } = useLoaderData<typeof loader>();
	const answer = useActionData<typeof action>() as HelpAnswer | undefined;
	return (
		<HelpPage person={person} answer={answer} proof={<ProofFields ask={proof} answer={answer} />} />
	);
}
