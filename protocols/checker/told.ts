import type { Act } from "#protocols/catalogue/scenario.ts";
import { tellAct } from "#protocols/catalogue/tell-scenario.ts";
import type { CompiledProtocol } from "#protocols/compiler/compile.ts";
import { type Language, say } from "#protocols/language/text.ts";
import type { Sentence } from "./finding.ts";

/** Tells a story act by act: "the structure in the role X does …". */
export function told({ protocol, places }: CompiledProtocol, story: readonly Act[]): Sentence[] {
	const inWords = (language: Language) => {
		const roles = protocol.roles.map((role) => ({
			...role,
			label: { fr: playing[language](say(role.label, language)) },
		}));
		const telling = { protocol: { ...protocol, roles }, places, language };
		return (act: Act) => capital(tellAct(telling, act));
	};
	const fr = inWords("fr");
	const en = inWords("en");
	return story.map((act) => ({ fr: fr(act), en: en(act) }));
}

const playing: Record<Language, (role: string) => string> = {
	fr: (role) => `la structure dans le rôle « ${role} »`,
	en: (role) => `the structure in the role “${role}”`,
};

function capital(sentence: string): string {
	return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
