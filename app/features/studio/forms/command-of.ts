import type { EditCommand } from "#protocols/editing/commands.ts";
import type { Text } from "#protocols/language/text.ts";
import { knownInterruptions } from "../known-interruptions.ts";
import { setCondition } from "./condition-command.ts";
import type { ChangeForm } from "./edit-form.schema.ts";
import { textOf, textOrNull } from "./edited-text.ts";
import { deletePart, duplicatePart, movePart } from "./part-commands.ts";
import { addRole } from "./role-command.ts";
import { addStep, handoffWish, wayOf } from "./step-command.ts";

type FormOf<Act extends ChangeForm["act"]> = Extract<ChangeForm, { act: Act }>;
type Commands = { [Act in ChangeForm["act"]]: (form: FormOf<Act>) => EditCommand | undefined };

/** What each form of the editor asks of the protocol. */
const commands: Commands = {
	"set-protocol": (form) => ({
		type: "set-protocol",
		title: textOf(form.titleFr, form.titleEn),
		audience: textOrNull(form.audienceFr, form.audienceEn),
		prerequisites: textOrNull(form.prerequisitesFr, form.prerequisitesEn),
		languages: form.english ? ["fr", "en"] : ["fr"],
	}),
	"set-promise": ({ milestone, n, unit }) => ({
		type: "set-promise",
		milestone,
		within: n === undefined ? null : { n, unit },
	}),
	"set-start": ({ in: place, start }) => ({ type: "set-start", in: place, start }),
	"add-role": addRole,
	"set-role": (form) => ({
		...{ type: "set-role", role: form.role },
		...{ label: labelOf(form), external: form.external },
	}),
	"add-step": addStep,
	"set-step": (form) => ({
		...{ type: "set-step", step: form.step, kind: form.kind, role: form.role },
		title: textOf(form.titleFr, form.titleEn),
		participants: form.participants,
		delay: delayOf(form),
		guidance: textOf(form.guidanceFr, form.guidanceEn),
		questions: form.questions,
		rounds: form.rounds && form.beyond ? { most: form.rounds, beyond: form.beyond } : null,
		...(form.kind === "handoff" ? { handoff: handoffWish(form) } : {}),
	}),
	"add-outcome": (form) => ({
		...{ type: "add-outcome", step: form.step, to: form.to, label: labelOf(form) },
		...(form.raises ? { raises: form.raises } : {}),
		...(form.on ? { on: form.on } : {}),
	}),
	"set-outcome": (form) => ({
		...{ type: "set-outcome", step: form.step, outcome: form.outcome },
		...{ label: labelOf(form), to: form.to },
		raises: form.raises ?? null,
		leads: (form.to === "@over" && form.leads) || null,
		on: form.on ?? null,
	}),
	"set-condition": setCondition,
	"move-outcome": ({ step, outcome, before, after }) => ({
		...{ type: "move-outcome", step, outcome },
		...(before ? { before } : {}),
		...(after ? { after } : {}),
	}),
	"delete-outcome": ({ step, outcome, redirect }) => ({
		...{ type: "delete-outcome", step, outcome },
		...(redirect ? { redirect } : {}),
	}),
	"add-group": (form) => ({
		...{ type: "add-group", in: form.in, title: textOf(form.titleFr, form.titleEn) },
		...(form.after ? { after: form.after } : {}),
		...(form.through ? { through: wayOf(form.through) } : {}),
	}),
	"set-group": (form) => ({
		...{ type: "set-group", group: form.group, to: form.to },
		title: textOf(form.titleFr, form.titleEn),
	}),
	"add-track": (form) => ({
		...{ type: "add-track", group: form.group },
		...(form.known ? { id: form.known } : {}),
		...(form.titleFr ? { title: textOf(form.titleFr, form.titleEn) } : {}),
		...(form.phase ? { phase: form.phase } : {}),
	}),
	"set-track": (form) => ({
		...{ type: "set-track", track: form.track, phase: form.phase ?? null },
		title: textOrNull(form.titleFr, form.titleEn),
	}),
	"add-interruption": ({ known, titleFr, titleEn }) => ({
		type: "add-interruption",
		...(known ? { id: known } : {}),
		title:
			titleFr === undefined && known ? knownInterruptions[known] : textOf(titleFr ?? "", titleEn),
	}),
	"set-interruption": (form) => ({
		...{ type: "set-interruption", interruption: form.interruption, clocks: form.clocks },
		title: textOf(form.titleFr, form.titleEn),
		raisedBy: form.raisedBy.length > 0 ? form.raisedBy : "anyone",
	}),
	"move-part": ({ moved, ...where }) => movePart(moved, where),
	"duplicate-part": ({ copied }) => duplicatePart(copied),
	"delete-part": ({ deleted, redirect }) => deletePart(deleted, redirect),
};

/** What a form asks of the protocol; undefined where its part is none that this happens to. */
export function commandOf<Act extends ChangeForm["act"]>(
	form: FormOf<Act>,
): EditCommand | undefined {
	return (commands[form.act as Act] as (form: FormOf<Act>) => EditCommand | undefined)(form);
}

function delayOf({ n, unit, basis, reference }: FormOf<"set-step">) {
	return { n, unit, basis, ...(reference ? { reference } : {}) };
}

function labelOf({ labelFr, labelEn }: { labelFr: string; labelEn?: string | undefined }): Text {
	return textOf(labelFr, labelEn);
}
