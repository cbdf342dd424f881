/** Why a story stops, in both languages; names and codes are filled in. */
export const whySentences = {
	fr: {
		stepUnknown: (id: string) => `Le protocole n'a pas, ou plus, d'étape nommée ${id}.`,
		roleUnknown: (id: string) => `Le protocole n'a pas, ou plus, de rôle nommé ${id}.`,
		roleDiffers: (step: string, role: string) =>
			`« ${step} » revient au rôle ${role}, et non à celui qui agit ici.`,
		nobodyPlays: (role: string) =>
			`Aucune structure du territoire ne joue le rôle ${role} dans Relais.`,
		noHandoff: (step: string) => `Rien n'a encore été transmis à l'étape « ${step} ».`,
		actUnknown: (act: string) => `Aucun acte sur une transmission ne s'appelle ${act}.`,
		endsClosed: "Le récit finit par une clôture, ce que le scénario ne prévoit pas.",
		endsOpen: (steps: string) => `Le récit finit ailleurs : restent ouvertes ${steps}.`,
		closed: "La situation est close.",
		notOpen: (step: string, open: string) =>
			`L'étape « ${step} » n'est pas ouverte à ce moment. Sont ouvertes : ${open || "aucune"}.`,
		notBound: (role: string) => `Personne ne joue encore le rôle ${role}.`,
		handoffDecides: (step: string) =>
			`L'issue de « ${step} » vient de la transmission : personne ne la choisit.`,
		outcomeUnknown: (code: string) => `Cette étape n'a pas, ou plus, d'issue ${code}.`,
		condition: (code: string) =>
			`L'issue ${code} n'est pas ouverte : sa condition n'est pas remplie.`,
		rounds: (code: string, beyond: string) =>
			`L'issue ${code} n'est plus ouverte : le nombre de tours est atteint. Reste ${beyond}.`,
		missing: (questions: string) => `Il manque une réponse à : ${questions}.`,
		unknownAnswer: (question: string) => `Cette étape ne demande pas, ou pas ainsi : ${question}.`,
		pending: "Des transmissions courent encore : la clôture attend leur fin.",
		interruptionUnknown: (id: string) => `Le protocole n'a pas, ou plus, d'interruption ${id}.`,
		cannotRaise: "Ce rôle ne peut pas signaler cette interruption.",
		notPart: "Cette structure ne prend pas part à la situation.",
		notAvailable: (role: string) => `Aucune structure disponible pour le rôle ${role}.`,
		notHandoff: (step: string) => `« ${step} » n'est pas, ou plus, une étape de transmission.`,
		already: (step: string) => `« ${step} » a déjà été transmise.`,
		actNotNow: "Cet acte n'est pas possible à ce moment de la transmission.",
		notYourAct: "Cet acte revient à l'autre côté de la transmission.",
		once: "Cet acte n'est possible qu'une fois.",
		early: "Il est trop tôt pour cet acte.",
		toChoose: (outcomes: string) => `Il faut choisir l'issue de l'étape : ${outcomes}.`,
		other: "Le protocole ne le permet pas à ce moment.",
	},
	en: {
		stepUnknown: (id: string) => `The protocol has no step named ${id}, or no longer.`,
		roleUnknown: (id: string) => `The protocol has no role named ${id}, or no longer.`,
		roleDiffers: (step: string, role: string) =>
			`“${step}” belongs to the role ${role}, not to the one that acts here.`,
		nobodyPlays: (role: string) =>
			`No structure of the territory plays the role ${role} in Relais.`,
		noHandoff: (step: string) => `Nothing was handed off yet at the step “${step}”.`,
		actUnknown: (act: string) => `No act on a handoff is called ${act}.`,
		endsClosed: "The story ends with a closure, which the scenario does not expect.",
		endsOpen: (steps: string) => `The story ends elsewhere: still open are ${steps}.`,
		closed: "The situation is closed.",
		notOpen: (step: string, open: string) =>
			`The step “${step}” is not open at this moment. Open are: ${open || "none"}.`,
		notBound: (role: string) => `Nobody plays the role ${role} yet.`,
		handoffDecides: (step: string) =>
			`The outcome of “${step}” comes from the handoff: nobody chooses it.`,
		outcomeUnknown: (code: string) => `This step has no outcome ${code}, or no longer.`,
		condition: (code: string) => `The outcome ${code} is not open: its condition does not hold.`,
		rounds: (code: string, beyond: string) =>
			`The outcome ${code} is not open any more: all rounds are spent. ${beyond} remains.`,
		missing: (questions: string) => `An answer is missing to: ${questions}.`,
		unknownAnswer: (question: string) => `This step does not ask, or not in this way: ${question}.`,
		pending: "Handoffs still run: the closure waits for their end.",
		interruptionUnknown: (id: string) => `The protocol has no interruption ${id}, or no longer.`,
		cannotRaise: "This role cannot report this interruption.",
		notPart: "This structure takes no part in the situation.",
		notAvailable: (role: string) => `No structure is available for the role ${role}.`,
		notHandoff: (step: string) => `“${step}” is no handoff step, or no longer.`,
		already: (step: string) => `“${step}” was handed off already.`,
		actNotNow: "This act is not possible at this moment of the handoff.",
		notYourAct: "This act belongs to the other side of the handoff.",
		once: "This act is possible only once.",
		early: "It is too early for this act.",
		toChoose: (outcomes: string) => `The outcome of the step has to be chosen: ${outcomes}.`,
		other: "The protocol does not allow it at this moment.",
	},
};
