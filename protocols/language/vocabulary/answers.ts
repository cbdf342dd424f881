import { z } from "zod";
import { codesOf } from "./code-list.ts";
import { type FieldCode, fieldCodes, fields } from "./fields.ts";

/** The codes that a question can be answered with. */
export type CodeOf<Field extends FieldCode> = keyof (typeof fields)[Field]["codes"] & string;

/** The answer to a question: one of its codes, or a few of them where it takes several. */
export type AnswerTo<Field extends FieldCode> = (typeof fields)[Field]["most"] extends 1
	? CodeOf<Field>
	: CodeOf<Field>[];

/** What somebody answers, before it is checked against the lists. */
export type Answers = Partial<Record<FieldCode, string | string[]>>;

/** Closed answers of a situation, the latest of each field. Nothing else is ever said of a minor. */
export type Facts = { [Field in FieldCode]?: AnswerTo<Field> };

/** The same, as the doors check it: no code of another list, no more of them than a question takes. */
export const factsShape = z
	.strictObject(Object.fromEntries(fieldCodes.map((field) => [field, answerTo(field)])))
	.partial() as unknown as z.ZodType<Facts>;

function answerTo(field: FieldCode) {
	const { codes, most } = fields[field];
	const code = z.enum(codesOf(codes));
	return most === 1 ? code : z.array(code).max(most);
}
