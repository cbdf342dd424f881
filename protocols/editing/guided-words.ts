import type { Step } from "#protocols/language/step.ts";
import type { Text } from "#protocols/language/text.ts";

/** The words of the model name the CRIP; here the département referent stands before it. */
export function inOtherWords(step: Step): Step {
	const words = referentWords[step.id];
	if (!words) return step;
	const { outcomes = {}, ...said } = words;
	return {
		...step,
		...said,
		outcomes: step.outcomes.map((outcome) => ({
			...outcome,
			label: outcomes[outcome.code] ?? outcome.label,
		})),
	};
}

type Words = { title?: Text; guidance: Text; outcomes?: Record<string, Text> };

const referentWords: Readonly<Record<string, Words>> = {
	"send-concern": {
		guidance: {
			fr: "L'écrit officiel part à la CRIP par le canal habituel, hors de cette application. Ici, créez seulement la transmission codée, puis donnez la référence au référent départemental de vive voix ou dans le canal sécurisé. Écrivez des faits datés et des paroles rapportées, séparez-les de votre analyse.",
			en: "The official document goes to the CRIP through the usual channel, outside this application. Here, only create the coded handoff, then give the reference to the département referent by voice or in the secure channel. Write dated facts and reported words, and keep them apart from your analysis.",
		},
		outcomes: {
			ACCEPTED: { fr: "Reçue par le référent", en: "Received by the referent" },
			REFUSED: { fr: "Non reprise : revoir la voie", en: "Not taken up: look at the route again" },
		},
	},
	"first-analysis": {
		title: { fr: "Première analyse avec la CRIP", en: "First analysis with the CRIP" },
		guidance: {
			fr: "Vérifiez avec la CRIP si la situation est déjà connue : elle seule connaît les identités. Qualifiez le niveau avec elle et dites au repérant que la transmission est entre vos mains. Si le danger est grave et immédiat, saisissez l'autorité judiciaire sans attendre l'évaluation.",
			en: "Check with the CRIP whether the situation is already known: it alone knows the identities. Set the level with it and tell whoever noticed that the handoff is in your hands. If the danger is serious and immediate, refer to the judicial authority without waiting for the assessment.",
		},
	},
};
