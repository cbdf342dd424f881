import { type HandoffAct, handoffActCodes } from "#protocols/casework/handoff/life.ts";
import { type Need, needsOn } from "#protocols/casework/handoff/needs.ts";

/** Acts that the clock or the protocol does by itself. */
const machineActs = ["NO_ANSWER", "CARRY_ON", "SUPERSEDE"] as const;

/** An act that a person can do. */
export type PersonAct = Exclude<HandoffAct, (typeof machineActs)[number]>;

/** How a person says what an act needs; `pairing` is a number to type and two words to compare. */
export type FieldKind = "pairing" | "few" | "many" | "several" | "referent" | "structure" | "date";

/** One question of an act's form. */
export type ActField = { need: Need; kind: FieldKind; required: boolean };

/** What an act asks on its page. `checked` acts are shown once more before they are recorded. */
export type ActForm = { act: PersonAct; slug: string; fields: ActField[]; checked: boolean };

const kindOf: Record<Need, FieldKind> = {
	matched: "pairing",
	mismatch: "few",
	information: "few",
	identityBy: "few",
	declineReason: "many",
	suggests: "structure",
	redirectReason: "few",
	suspensionReason: "few",
	missing: "several",
	phone: "few",
	contact: "few",
	review: "few",
	outcome: "many",
	next: "few",
	declaredBy: "few",
	referent: "referent",
	until: "date",
	reroutesTo: "structure",
};

/** Acts that nobody takes back alone: their page asks to look once more at whom they concern. */
const checked: readonly HandoffAct[] = [
	"SEND",
	"DISCARD",
	"ACCEPT",
	"DECLINE",
	"WITHDRAW",
	"REROUTE",
	"RECORD_REFUSAL",
	"GIVE_BACK",
	"CONFIRM",
	"ARBITRATE_CANCEL",
	"TAKE_BACK",
	"COMPLETE",
	"FAIL",
	"REPORT_ERROR",
	"DECLARE_ACCEPTED",
	"DECLARE_REFUSED",
	"DECLARE_COMPLETED",
	"DECLARE_FAILED",
];

/** Every act that a person can do, with its page, on a line that nobody has found yet. */
export const actForms: readonly ActForm[] = handoffActCodes.filter(isPersonAct).map((act) => ({
	act,
	slug: slugOf(act),
	fields: fieldsOf(act, false),
	checked: checked.includes(act),
}));

/** The same page on a line that its recipient has found already: nobody pairs it twice. */
export function pairedForm(form: ActForm): ActForm {
	return { ...form, fields: fieldsOf(form.act, true) };
}

/** Whether a person can do an act. */
export function isPersonAct(act: HandoffAct): act is PersonAct {
	return !(machineActs as readonly HandoffAct[]).includes(act);
}

/** The last part of an act's address: `ask-info`. */
export function slugOf(act: HandoffAct): string {
	return act.toLowerCase().replaceAll("_", "-");
}

/** The page of an address; undefined when no person can do such an act. */
export function actFormOf(slug: string): ActForm | undefined {
	return actForms.find((form) => form.slug === slug);
}

function fieldsOf(act: HandoffAct, paired: boolean): ActField[] {
	const { must, may = [] } = needsOn(act, paired);
	const field = (required: boolean) => (need: Need) => ({ need, kind: kindOf[need], required });
	return [...must.map(field(true)), ...may.map(field(false))];
}
