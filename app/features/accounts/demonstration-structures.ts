import type { DemonstrationMember } from "#db/members.ts";
import { type Language, say } from "#protocols/language/text.ts";
import { referenceRoles } from "#protocols/language/vocabulary/roles.ts";
import type { DemonstrationStructure } from "./demonstration-accounts.tsx";

/** Groups the made-up people by structure, those who answer for it first, with its roles in words. */
export function demonstrationStructures(
	members: DemonstrationMember[],
	language: Language,
): DemonstrationStructure[] {
	const names = [...new Set(members.map(({ structureName }) => structureName))];
	return names.map((name) => {
		const own = members.filter(({ structureName }) => structureName === name);
		return {
			name,
			roles: (own[0]?.roles ?? []).map((roleId) => roleWords(roleId, language)),
			accounts: own
				.map(({ memberId, label, duty, reception, manager }) => ({
					memberId,
					label,
					duty,
					reception,
					manager,
				}))
				.sort((one, other) => Number(other.reception) - Number(one.reception)),
		};
	});
}

function roleWords(roleId: string, language: Language): string {
	const role = referenceRoles.find(({ id }) => id === roleId);
	return role ? say(role.label, language) : roleId;
}
