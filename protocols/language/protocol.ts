import { z } from "zod";
import { duration } from "./delay.ts";
import { type Step, step } from "./step.ts";
import { id, languages, type Text, text } from "./text.ts";

/** Steps that run side by side in tracks; goes on to `to` when all tracks have ended. */
export type Group = {
	id: string;
	title: Text;
	completes: "all";
	to: string;
	tracks: Track[];
};

/** One strand of a group. Where work of an earlier phase goes on beside, it carries that `phase`. */
export type Track = {
	id: string;
	title?: Text | undefined;
	phase?: PhaseId | undefined;
	start: string;
	steps: Step[];
	groups?: Group[] | undefined;
};

export const phaseIds = ["identification", "orientation", "accompaniment"] as const;
export type PhaseId = (typeof phaseIds)[number];

const track: z.ZodType<Track> = z.lazy(() =>
	z.strictObject({
		id,
		title: text.optional(),
		phase: z.enum(phaseIds).optional(),
		start: id,
		steps: z.array(step),
		groups: z.array(group).optional(),
	}),
);

const group: z.ZodType<Group> = z.lazy(() =>
	z.strictObject({
		id,
		title: text,
		completes: z.literal("all"),
		to: z.union([z.literal("@end"), z.literal("@over"), id]),
		tracks: z.array(track).min(2),
	}),
);

const phaseOf = <Id extends PhaseId>(phaseId: Id) =>
	z.strictObject({
		id: z.literal(phaseId),
		start: id,
		steps: z.array(step),
		groups: z.array(group),
	});
export type Phase = z.infer<ReturnType<typeof phaseOf>>;

/** What may happen at any moment, beside the ordinary course and without leaving it. */
const interruption = z.strictObject({
	id,
	title: text,
	raisedBy: z.union([z.literal("anyone"), z.array(id).min(1)]),
	/** Whether the clocks of the ordinary course run on or pause meanwhile. */
	clocks: z.enum(["run", "pause"]),
	start: id,
	steps: z.array(step).min(1),
	groups: z.array(group).optional(),
});
export type Interruption = z.infer<typeof interruption>;

const role = z.strictObject({ id, label: text, external: z.boolean() });
export type Role = z.infer<typeof role>;

export const milestones = [
	"first-acknowledgement",
	"first-protection",
	"first-contact",
	"first-review",
	"closure",
] as const;

/** The shape of a protocol as written. `readProtocol` also checks what refers to what. */
export const protocolShape = z.strictObject({
	format: z.literal("relais-protocol/1"),
	id,
	title: text,
	/** For which territory or young people the protocol is meant. */
	audience: text.optional(),
	/** What a territory arranges before it publishes. */
	prerequisites: text.optional(),
	languages: z.array(z.enum(languages)).min(1),
	roles: z.array(role).min(1),
	promises: z.array(z.strictObject({ milestone: z.enum(milestones), within: duration })),
	phases: z.tuple([phaseOf("identification"), phaseOf("orientation"), phaseOf("accompaniment")]),
	interruptions: z.array(interruption),
});
export type Protocol = z.infer<typeof protocolShape>;
