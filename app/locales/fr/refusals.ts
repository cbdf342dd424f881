/** Why something was not recorded, and what to do next; one entry for each refusal code. */
export const refusals = {
	nothing: "Rien n'a été enregistré, rien n'est perdu.",
	code: {
		"moved-on": {
			what: "Quelqu'un a agi depuis que vous avez ouvert cette page.",
			next: "Relisez ce qui a changé, puis envoyez à nouveau s'il le faut : vos réponses sont gardées.",
		},
		"situation-closed": {
			what: "Cette situation est close.",
			next: "Si l'inquiétude revient, ouvrez une nouvelle situation : la porte reste ouverte.",
		},
		"step-not-open": {
			what: "L'étape « {{step}} » n'attend plus de réponse.",
			next: "Revenez à la situation : ce qui attend maintenant y est en tête.",
		},
		"not-your-step": {
			what: "Cette étape revient au rôle « {{role}} », que porte {{structure}}.",
			next: "Appelez cette structure ; si c'est à vous d'agir, changez d'abord qui porte ce rôle.",
		},
		"role-not-bound": {
			what: "Personne ne porte encore le rôle « {{role}} ».",
			next: "Choisissez d'abord la structure qui le porte, puis répondez.",
		},
		"handoff-decides": {
			what: "L'étape « {{step}} » se conclut par la réponse du partenaire.",
			next: "Ouvrez la transmission : c'est elle qui fait avancer la situation.",
		},
		"outcome-unknown": {
			what: "Le protocole ne connaît pas cette issue.",
			next: "Choisissez l'une des issues proposées.",
		},
		"outcome-not-allowed": {
			what: "L'issue « {{outcome}} » ne va pas avec ces réponses.",
			next: "Revoyez la réponse qui la commande, ou choisissez une autre issue.",
		},
		"rounds-spent": {
			what: "L'issue « {{outcome}} » a déjà été choisie autant de fois que le protocole le prévoit.",
			next: "Il faut maintenant une décision : « {{beyond}} ».",
		},
		"answers-incomplete": {
			what: "Il manque une réponse : {{fields}}.",
			next: "Complétez, puis envoyez à nouveau.",
		},
		"answer-unknown": {
			what: "La réponse « {{field}} » n'est pas attendue ici.",
			next: "Rechargez la page, puis choisissez parmi les réponses proposées.",
		},
		"handoffs-pending": {
			what_one: "Une transmission est encore en cours : la situation ne peut pas se clore avant.",
			what_other:
				"{{count}} transmissions sont encore en cours : la situation ne peut pas se clore avant.",
			next: "Attendez leur réponse, ou retirez-les, puis revenez clore.",
		},
		"interruption-unknown": {
			what: "Le protocole de cette situation ne prévoit pas cet événement.",
			next: "Revenez à la situation : ceux qu'il prévoit y sont listés. En cas de danger, appelez.",
		},
		"cannot-raise": {
			what: "Votre structure ne peut pas déclarer « {{interruption}} » ici.",
			next: "Appelez la structure qui tient la situation. En cas de danger, appelez d'abord les secours.",
		},
		"not-part-of-it": {
			what: "Votre structure n'a pas de part dans cette situation.",
			next: "Appelez la structure qui vous l'a transmise.",
		},
		"not-holder": {
			what: "Seules une structure qui tient la situation, la structure fil rouge ou la coordination décident de cela.",
			next: "Appelez la structure qui tient la situation.",
		},
		"structure-not-available": {
			what: "{{structure}} ne peut pas être choisie comme « {{role}} » : elle n'a pas ce rôle ici, ou n'est plus active.",
			next: "Choisissez une autre structure de la liste.",
		},
		"not-your-entry": {
			what: "Cette réponse n'a pas été donnée par votre structure.",
			next: "Appelez la structure qui l'a enregistrée : elle seule peut la corriger.",
		},
		"too-late-to-change-outcome": {
			what: "D'autres ont agi depuis : l'issue ne peut plus changer.",
			next: "Corrigez les réponses seules ; pour changer de direction, répondez à l'étape ouverte maintenant.",
		},
		"not-a-handoff-step": {
			what: "L'étape « {{step}} » n'est pas une transmission.",
			next: "Répondez-y depuis la page de la situation.",
		},
		"already-handed-off": {
			what: "Une transmission court déjà pour l'étape « {{step}} ».",
			next: "Suivez-la, ou retirez-la avant d'en préparer une autre.",
		},
		"wrong-number-of-recipients": {
			what_zero: "Ce destinataire n'utilise pas Relais : aucune structure n'est à choisir.",
			what_one: "Il faut choisir une structure, et une seule.",
			what_other: "Il faut choisir au moins une structure, et {{count}} au plus.",
			next: "Revoyez les destinataires, puis envoyez à nouveau.",
		},
		"to-yourself": {
			what: "Cette structure est déjà celle qui transmet, ou celle qui vient de répondre.",
			next: "Choisissez une autre structure de la liste.",
		},
		"handoff-unknown": {
			what: "Cette transmission n'est plus là.",
			next: "Revenez à la situation : les transmissions en cours y sont listées.",
		},
		"act-not-allowed": {
			what: "La transmission est à l'état « {{state}} » : cela ne peut plus s'y faire.",
			next: "Relisez où elle en est ; ce qui est possible maintenant est sur sa page.",
		},
		"not-your-act": {
			what: "Cela revient à : {{parties}}.",
			next: "Prévenez la bonne personne, par téléphone s'il le faut.",
		},
		"code-missing": {
			what: "Il manque une précision : {{need}}.",
			next: "Complétez, puis envoyez à nouveau.",
		},
		"not-matched": {
			what: "La ligne n'a pas encore été retrouvée : il faut le numéro, les deux mots et l'identité.",
			next: "Faites-vous rappeler, tapez le numéro entendu, puis envoyez à nouveau.",
		},
		"already-matched": {
			what: "Votre structure a déjà retrouvé cette ligne et l'a reçue.",
			next: "Si l'identité n'était pas la bonne, appelez l'émetteur, puis déclinez ou rendez la transmission.",
		},
		"needs-two-people": {
			what: "Deux personnes différentes doivent le confirmer, chacune depuis sa propre situation.",
			next: "Demandez à un ou une collègue, ou à l'autre structure, de le faire avec vous.",
		},
		"needs-matching-role": {
			what: "L'une de vous deux doit agir pour la CRIP, pour l'ASE ou pour la coordination : elles seules connaissent les deux jeunes.",
			next: "Appelez la CRIP : c'est avec elle que deux situations se rapprochent.",
		},
		"other-protocol": {
			what: "Ce qui court encore dans l'une n'a pas de place dans le protocole de l'autre.",
			next: "Menez d'abord à leur terme les transmissions et les interruptions de la plus récente, puis recommencez.",
		},
		"cannot-move": {
			what: "Cette situation ne peut pas continuer sous l'autre version : il n'est pas prouvé que rien ne s'y perdrait.",
			next: "Reprenez la correspondance des étapes, ou laissez la situation sous sa version.",
		},
		"only-once": {
			what: "Cela ne se fait qu'une fois, et c'est déjà fait.",
			next: "Appelez votre partenaire pour la suite : une voix règle souvent ce qu'un écran ne peut pas.",
		},
		"too-early": {
			what: "Il est trop tôt : cela sera possible à partir du {{from}}.",
			next: "D'ici là, appelez votre partenaire.",
		},
		"too-early-undated": {
			what: "Il est trop tôt : l'autre structure a encore le temps de répondre.",
			next: "D'ici là, appelez votre partenaire.",
		},
		"date-too-late": {
			what: "Cette date est trop lointaine : au plus tard le {{latest}}.",
			next: "Choisissez une date plus proche.",
		},
		"date-past": {
			what: "Cette date est déjà passée.",
			next: "Choisissez une date à venir.",
		},
		"referent-unknown": {
			what: "Cette personne n'est plus active dans la structure.",
			next: "Choisissez un autre référent.",
		},
		"outcome-to-choose": {
			what: "Plusieurs suites sont possibles : {{outcomes}}.",
			next: "Choisissez celle qui convient, puis envoyez à nouveau.",
		},
		"not-inactive": {
			what: "Quelqu'un a agi dans cette situation depuis : il n'y a plus rien à confirmer.",
			next: "Revenez à la situation : ce qui attend maintenant est en haut.",
		},
		"needs-arbitration": {
			what: "Quelque chose court encore ici : une transmission, un épisode ou un délai signalé.",
			next: "Terminez ce qui court, ou dites que la situation continue.",
		},
		"key-reused": {
			what: "Ce formulaire a déjà été envoyé, avec d'autres réponses.",
			next: "Rechargez la page pour voir ce qui a été enregistré la première fois.",
		},
	},
	need: {
		matched: "le numéro entendu",
		mismatch: "pourquoi la ligne ne correspond pas",
		information: "l'information donnée au jeune",
		identityBy: "comment l'identité vous est parvenue",
		declineReason: "le motif du refus",
		suggests: "la structure suggérée",
		redirectReason: "le motif",
		suspensionReason: "le motif de la suspension",
		missing: "ce qui manque",
		phone: "ce que l'appel a donné",
		contact: "comment le contact s'est fait",
		review: "ce que le point a montré",
		outcome: "l'issue",
		next: "ce qui se passe ensuite",
		declaredBy: "comment vous le savez",
		referent: "le référent",
		until: "la date",
		reroutesTo: "la nouvelle structure",
	},
	party: {
		sender: "la structure qui a transmis",
		reception: "la réception de la structure destinataire",
		referent: "le référent de la structure destinataire",
		lead: "la structure fil rouge",
		coordinator: "la coordination du territoire",
		participant: "une structure qui a une part dans la situation",
		clock: "personne : seul le délai le fait",
		system: "personne : cela se fait tout seul",
	},
} as const;
