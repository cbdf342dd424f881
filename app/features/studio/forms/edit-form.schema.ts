import { z } from "zod";
import {
	deleteForm,
	duplicateForm,
	groupForm,
	interruptionForm,
	moveForm,
	newGroupForm,
	newInterruptionForm,
	newTrackForm,
	trackForm,
} from "./place-forms.schema.ts";
import {
	newRoleForm,
	promiseForm,
	protocolForm,
	roleForm,
	startForm,
	undoForm,
} from "./protocol-forms.schema.ts";
import {
	conditionForm,
	deleteOutcomeForm,
	moveOutcomeForm,
	newOutcomeForm,
	newStepForm,
	outcomeForm,
	stepEditForm,
} from "./step-forms.schema.ts";

/** Everything that can be done to a draft by a form: one form for each command. */
export const editForm = z.discriminatedUnion("act", [
	protocolForm,
	promiseForm,
	startForm,
	newRoleForm,
	roleForm,
	newStepForm,
	stepEditForm,
	newOutcomeForm,
	outcomeForm,
	conditionForm,
	moveOutcomeForm,
	deleteOutcomeForm,
	newGroupForm,
	groupForm,
	newTrackForm,
	trackForm,
	newInterruptionForm,
	interruptionForm,
	moveForm,
	duplicateForm,
	deleteForm,
	undoForm,
]);
export type EditForm = z.output<typeof editForm>;
/** A form that changes the protocol; the others go back and forth. */
export type ChangeForm = Exclude<EditForm, { act: "undo" | "redo" }>;
