import { z } from "zod";
import { endSessionsForm } from "#app/features/accounts/end-sessions.schema.ts";
import { joinForm, vouchedForm } from "#app/features/accounts/join-form.schema.ts";
import { linkForm } from "#app/features/accounts/link-form.schema.ts";
import {
	changePasswordForm,
	newPasswordForm,
} from "#app/features/accounts/new-password-form.schema.ts";
import { signInForm } from "#app/features/accounts/sign-in-form.schema.ts";
import { holderForm } from "#app/features/administration/holder-form.schema.ts";
import { consultForm } from "#app/features/agreement/consult-form.schema.ts";
import { consultationForm } from "#app/features/agreement/consultation-form.schema.ts";
import { publishForm } from "#app/features/agreement/publish-form.schema.ts";
import { retireForm } from "#app/features/agreement/retire-form.schema.ts";
import { ruleForm } from "#app/features/agreement/rule-form.schema.ts";
import { structureForm as structureDaysForm } from "#app/features/calendar/structure-form.schema.ts";
import { territoryForm } from "#app/features/calendar/territory-form.schema.ts";
import { changeForm } from "#app/features/colleagues/change-form.schema.ts";
import { sheetForm } from "#app/features/directory/sheet-form.schema.ts";
import { duplicateForm } from "#app/features/duplicates/duplicate-form.schema.ts";
import { sharingForm } from "#app/features/exchange/sharing-form.schema.ts";
import { startForm } from "#app/features/exchange/start-form.schema.ts";
import { codeForm, setupForm } from "#app/features/factors/code-form.schema.ts";
import { ownFactorsForm } from "#app/features/factors/own-factors.schema.ts";
import { askForm } from "#app/features/glass/ask-form.schema.ts";
import { decideForm } from "#app/features/glass/decide-form.schema.ts";
import { actFormSchema } from "#app/features/handoffs/act-form.schema.ts";
import { actForms } from "#app/features/handoffs/act-table.ts";
import { preparationForm } from "#app/features/handoffs/prepare-form.schema.ts";
import {
	colleagueForm,
	dutyForm,
	managerForm,
} from "#app/features/invitations/invite-form.schema.ts";
import { availabilityForm } from "#app/features/late/availability-form.schema.ts";
import { lockForm } from "#app/features/lock/lock-form.schema.ts";
import { feedForm } from "#app/features/messages/feed-form.schema.ts";
import { structureLettersForm } from "#app/features/messages/structure-letters.schema.ts";
import { wishesForm } from "#app/features/messages/wishes-form.schema.ts";
import { moveForm } from "#app/features/moving/move-form.schema.ts";
import { whatIfForm } from "#app/features/moving/what-if-form.schema.ts";
import { incidentForm } from "#app/features/operator/incident-form.schema.ts";
import { helpForm } from "#app/features/recovery/help-form.schema.ts";
import { closingForm, followUpForm } from "#app/features/retention/follow-up-form.schema.ts";
import { policyForm } from "#app/features/retention/policy-form.schema.ts";
import { actingForm } from "#app/features/shell/acting-form.schema.ts";
import { languageForm } from "#app/features/shell/language-form.schema.ts";
import { playForm, playsForm } from "#app/features/simulator/play-forms.schema.ts";
import { findForm } from "#app/features/situations/find-form.schema.ts";
import { openForm } from "#app/features/situations/open-form.schema.ts";
import { stepForm } from "#app/features/situations/step-form.schema.ts";
import { structureForm } from "#app/features/situations/structure-form.schema.ts";
import { dropForm } from "#app/features/studio/drop-form.schema.ts";
import { editForm } from "#app/features/studio/forms/edit-form.schema.ts";
import { newDraftForm } from "#app/features/studio/new-draft.schema.ts";
import { presentationForm } from "#app/features/texts/presentation-form.schema.ts";
import { readingForm } from "#app/features/texts/reading-form.schema.ts";
import { catalogue } from "#protocols/catalogue/catalogue.ts";
import { placesOf } from "#protocols/language/places.ts";
import { readProtocol } from "#protocols/language/read-protocol.ts";
import type { Step } from "#protocols/language/step.ts";
import { caseworkFields } from "./casework.server.ts";
import { answerForm, challengeForm } from "./passkey-acts.server.ts";

/** What a text of a form is: kept as a class of the register, or read and let go. */
export type TextKind =
	| "staff"
	| "public_text"
	| "secret"
	/** A code or a number as people say it: compared, never kept. */
	| "typed_code"
	/** The page to show next: looked at, never kept. */
	| "way_back";

/** A form that an action reads. */
export type FormEntry = {
	file: string;
	/** The schema as it is written where it is read. */
	schema: string;
	/** Forms of casework say something of a situation: they hold no text at all. */
	casework: boolean;
	/** The schema itself, in each of its shapes. */
	shapes: z.core.$ZodType[];
	/** The fields that hold texts. */
	texts?: Readonly<Record<string, TextKind>>;
};

const steps: Step[] = catalogue.flatMap(({ document }) => {
	const protocol = readProtocol(document);
	if (!protocol.ok) throw new Error("A model of the catalogue cannot be read.");
	return [...placesOf(protocol.protocol).steps.values()].map(({ step }) => step);
});

const stepShapes = steps.map(({ questions, outcomes }) =>
	stepForm({
		questions: [...questions, "closure_reason"],
		outcomes: outcomes.map(({ code }) => code),
		closing: [],
	}).safeExtend(caseworkFields),
);

const preparations = steps.flatMap(({ questions, handoff }) =>
	[1, 3].map((recipients) =>
		preparationForm({
			external: handoff?.mode === "external",
			recipients,
			questions,
		}).extend(caseworkFields),
	),
);

const asked = z.object(caseworkFields);

/** Every form that an action reads. One that is not here fails a test. */
export const formRegister: FormEntry[] = [
	{
		file: "app/server/step-answers.server.ts",
		schema: "stepForm(shape).safeExtend(caseworkFields)",
		casework: true,
		shapes: stepShapes,
	},
	{
		file: "app/server/corrections.server.ts",
		schema: "stepForm(shape).safeExtend(caseworkFields)",
		casework: true,
		shapes: stepShapes,
	},
	{
		file: "app/features/handoffs/answer-preparation.server.ts",
		schema: "schema",
		casework: true,
		shapes: preparations,
	},
	{
		file: "app/features/handoffs/answer-act.server.ts",
		schema: "actFormSchema(form).extend(caseworkFields)",
		casework: true,
		shapes: actForms.map((form) => actFormSchema(form).extend(caseworkFields)),
		texts: { number: "typed_code" },
	},
	{
		file: "app/routes/situations.new.tsx",
		schema: "openForm.extend({ key })",
		casework: true,
		shapes: [openForm.extend({ key: caseworkFields.key })],
	},
	{
		file: "app/routes/situations.$handle_.roles.$roleId.tsx",
		schema: "structureForm.extend(caseworkFields)",
		casework: true,
		shapes: [structureForm.extend(caseworkFields)],
	},
	{
		file: "app/routes/situations.$handle_.lead.tsx",
		schema: "structureForm.extend(caseworkFields)",
		casework: true,
		shapes: [structureForm.extend(caseworkFields)],
	},
	{
		file: "app/routes/situations.$handle_.interruptions.$id.tsx",
		schema: "z.object(caseworkFields)",
		casework: true,
		shapes: [asked],
	},
	{
		file: "app/routes/situations.$handle_.follow-up.tsx",
		schema: "followUpForm.extend(caseworkFields)",
		casework: true,
		shapes: [followUpForm.extend(caseworkFields)],
	},
	{
		file: "app/routes/situations.$handle_.closure.tsx",
		schema: "closingForm.extend(caseworkFields)",
		casework: true,
		shapes: [closingForm.extend(caseworkFields)],
	},
	{
		file: "app/routes/situations.$handle_.duplicate.tsx",
		schema: "duplicateForm",
		casework: true,
		shapes: [duplicateForm],
		texts: { number: "typed_code" },
	},
	{
		file: "app/routes/situations.find.tsx",
		schema: "findForm",
		casework: true,
		shapes: [findForm],
		texts: { code: "typed_code" },
	},
	{
		file: "app/routes/sign-in.tsx",
		schema: "signInForm",
		casework: false,
		shapes: [signInForm],
		texts: { email: "staff", password: "secret" },
	},
	{
		file: "app/routes/act-as.tsx",
		schema: "actingForm",
		casework: false,
		shapes: [actingForm],
		texts: { back: "way_back" },
	},
	{
		file: "app/routes/language.tsx",
		schema: "languageForm",
		casework: false,
		shapes: [languageForm],
		texts: { back: "way_back" },
	},
	{
		file: "app/server/lock-acts.server.ts",
		schema: "lockForm",
		casework: false,
		shapes: [lockForm],
		texts: { password: "secret", code: "secret" },
	},
	{
		file: "app/features/simulator/answer-plays.server.ts",
		schema: "playsForm",
		casework: false,
		shapes: [playsForm],
	},
	{
		file: "app/features/simulator/answer-play.server.ts",
		schema: "playForm",
		casework: false,
		shapes: [playForm],
		texts: {
			titleFr: "public_text",
			titleEn: "public_text",
			showsFr: "public_text",
			showsEn: "public_text",
		},
	},
	{
		file: "app/routes/studio.$draftId_.drop.tsx",
		schema: "dropForm",
		casework: false,
		shapes: [dropForm],
	},
	{
		file: "app/routes/studio.$draftId_.what-if.tsx",
		schema: "whatIfForm",
		casework: false,
		shapes: [whatIfForm],
	},
	{
		file: "app/routes/protocols.$protocolId_.move.tsx",
		schema: "moveForm",
		casework: true,
		shapes: [moveForm],
	},
	{
		file: "app/routes/protocols.$protocolId_.export._index.tsx",
		schema: "sharingForm",
		casework: false,
		shapes: [sharingForm],
	},
	{
		file: "app/routes/shared-protocols.tsx",
		schema: "startForm",
		casework: false,
		shapes: [startForm],
	},
	{
		file: "app/routes/consultations.$consultationId.tsx",
		schema: "consultationForm",
		casework: false,
		shapes: [consultationForm],
		texts: { comment: "public_text" },
	},
	{
		file: "app/routes/studio.$draftId_.consultation.tsx",
		schema: "consultForm",
		casework: false,
		shapes: [consultForm],
	},
	{
		file: "app/routes/studio.$draftId_.publish.tsx",
		schema: "publishForm",
		casework: false,
		shapes: [publishForm],
	},
	{
		file: "app/routes/protocols.$protocolId_.retire.tsx",
		schema: "retireForm",
		casework: false,
		shapes: [retireForm],
	},
	{
		file: "app/routes/territory.signatures.tsx",
		schema: "ruleForm",
		casework: false,
		shapes: [ruleForm],
	},
	{
		file: "app/routes/territory.calendar.tsx",
		schema: "territoryForm",
		casework: false,
		shapes: [territoryForm],
	},
	{
		file: "app/routes/structure.calendar.tsx",
		schema: "structureForm",
		casework: false,
		shapes: [structureDaysForm],
	},
	{
		file: "app/routes/directory.$structureId_.calendar.tsx",
		schema: "structureForm",
		casework: false,
		shapes: [structureDaysForm],
	},
	{
		file: "app/routes/territory.retention.tsx",
		schema: "policyForm",
		casework: false,
		shapes: [policyForm],
	},
	{
		file: "app/routes/structure.availability.tsx",
		schema: "availabilityForm",
		casework: false,
		shapes: [availabilityForm],
	},
	{
		file: "app/routes/structure.presentation.tsx",
		schema: "presentationForm",
		casework: false,
		shapes: [presentationForm],
		texts: { presentation: "public_text" },
	},
	{
		file: "app/routes/account_.messages.tsx",
		schema: "wishesForm",
		casework: false,
		shapes: [wishesForm],
	},
	{
		file: "app/routes/account_.feed.tsx",
		schema: "feedForm",
		casework: false,
		shapes: [feedForm],
	},
	{
		file: "app/routes/structure.messages.tsx",
		schema: "structureLettersForm",
		casework: false,
		shapes: [structureLettersForm],
		texts: { mailbox: "staff" },
	},
	{
		file: "app/server/second-reading.server.ts",
		schema: "readingForm",
		casework: false,
		shapes: [readingForm],
	},
	{
		file: "app/routes/sign-in_.enrolment.tsx",
		schema: "setupForm",
		casework: false,
		shapes: [setupForm],
		texts: { code: "secret" },
	},
	{
		file: "app/routes/sign-in_.second-factor.tsx",
		schema: "codeForm",
		casework: false,
		shapes: [codeForm],
		texts: { code: "secret" },
	},
	{
		file: "app/routes/account_.proconnect.tsx",
		schema: "linkForm",
		casework: false,
		shapes: [linkForm],
	},
	{
		file: "app/routes/account_.sessions.ts",
		schema: "endSessionsForm",
		casework: false,
		shapes: [endSessionsForm],
		texts: { end: "typed_code" },
	},
	{
		file: "app/routes/join.$secret.tsx",
		schema: "arrived ? vouchedForm : joinForm",
		casework: false,
		shapes: [joinForm, vouchedForm],
		texts: { name: "staff", email: "staff", password: "secret" },
	},
	{
		file: "app/routes/account_.codes.tsx",
		schema: "setupForm",
		casework: false,
		shapes: [setupForm],
		texts: { code: "secret" },
	},
	{
		file: "app/routes/account_.factors.tsx",
		schema: "ownFactorsForm",
		casework: false,
		shapes: [ownFactorsForm],
	},
	{
		file: "app/routes/account_.password.tsx",
		schema: "changePasswordForm(wordsAbout(services.db, userId))",
		casework: false,
		shapes: [changePasswordForm([])],
		texts: { currentPassword: "secret", password: "secret" },
	},
	{
		file: "app/routes/recover.$secret.tsx",
		schema: "newPasswordForm(wordsAbout(services.db, userId))",
		casework: false,
		shapes: [newPasswordForm([])],
		texts: { password: "secret" },
	},
	{
		file: "app/routes/recoveries.$memberId.tsx",
		schema: "helpForm",
		casework: false,
		shapes: [helpForm],
	},
	{
		file: "app/routes/administration.invite.tsx",
		schema: "dutyForm",
		casework: false,
		shapes: [dutyForm],
		texts: { label: "staff", territory: "typed_code" },
	},
	{
		file: "app/routes/administration.members.$memberId.tsx",
		schema: "holderForm",
		casework: false,
		shapes: [holderForm],
	},
	{
		file: "app/routes/operator.incidents.tsx",
		schema: "incidentForm",
		casework: false,
		shapes: [incidentForm],
	},
	{
		file: "app/routes/directory.new.tsx",
		schema: "sheetForm",
		casework: false,
		shapes: [sheetForm],
		texts: { name: "public_text", phone: "public_text", zone: "public_text" },
	},
	{
		file: "app/routes/directory.$structureId_.edit.tsx",
		schema: "sheetForm",
		casework: false,
		shapes: [sheetForm],
		texts: { name: "public_text", phone: "public_text", zone: "public_text" },
	},
	{
		file: "app/routes/directory.$structureId_.invite.tsx",
		schema: "managerForm",
		casework: false,
		shapes: [managerForm],
		texts: { label: "staff" },
	},
	{
		file: "app/routes/structure.invite.tsx",
		schema: "colleagueForm",
		casework: false,
		shapes: [colleagueForm],
		texts: { label: "staff" },
	},
	{
		file: "app/routes/structure.members.$memberId.tsx",
		schema: "changeForm",
		casework: false,
		shapes: [changeForm],
	},
	{
		file: "app/server/passkey-acts.server.ts",
		schema: "challengeForm",
		casework: false,
		shapes: [challengeForm],
	},
	{
		file: "app/server/passkey-acts.server.ts",
		schema: "answerForm",
		casework: false,
		shapes: [answerForm],
		texts: { passkey: "secret" },
	},
	{
		file: "app/routes/handoffs.$handle.emergency-access.tsx",
		schema: "askForm",
		casework: true,
		shapes: [askForm],
	},
	{
		file: "app/routes/structure_.emergency-access.tsx",
		schema: "decideForm",
		casework: true,
		shapes: [decideForm],
	},
	{
		file: "app/features/studio/answer-edit.server.ts",
		schema: "editForm",
		casework: false,
		shapes: [editForm],
		texts: {
			titleFr: "public_text",
			titleEn: "public_text",
			labelFr: "public_text",
			labelEn: "public_text",
			audienceFr: "public_text",
			audienceEn: "public_text",
			prerequisitesFr: "public_text",
			prerequisitesEn: "public_text",
			guidanceFr: "public_text",
			guidanceEn: "public_text",
			ifSilentFr: "public_text",
			ifSilentEn: "public_text",
			reference: "public_text",
		},
	},
	{
		file: "app/features/studio/start-draft.server.ts",
		schema: "newDraftForm",
		casework: false,
		shapes: [newDraftForm],
		texts: { titleFr: "public_text", titleEn: "public_text", file: "public_text" },
	},
];
