import type { Outline, OutlineSection, OutlineStep } from "./outline.ts";

// Apart from `outline.ts`, so that a page can walk an outline without the compiler.

/** What a role is called. */
export function labelOfRole({ roles }: Pick<Outline, "roles">, roleId: string): string {
	return roles.find(({ id }) => id === roleId)?.label ?? roleId;
}

/** Every step of an outline, in reading order. */
export function* stepsOf(sections: OutlineSection[]): Generator<OutlineStep> {
	for (const item of sections.flatMap(({ items }) => items)) {
		if (item.type === "step") yield item;
		else yield* stepsOf(item.tracks);
	}
}
