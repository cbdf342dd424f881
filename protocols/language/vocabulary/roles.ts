/** The roles that the reference protocols use; a territory may add its own in its protocols. */
export const referenceRoles = [
	{
		id: "reperant",
		label: { fr: "Professionnel qui repère", en: "Professional who notices" },
		external: false,
	},
	{
		id: "ref-struct",
		label: { fr: "Référent de la structure", en: "Structure's referent" },
		external: false,
	},
	{
		id: "coord",
		label: { fr: "Coordination territoriale", en: "Territorial coordinator" },
		external: false,
	},
	{
		id: "ref-dept",
		label: {
			fr: "Référent départemental exploitation sexuelle",
			en: "Département referent on sexual exploitation",
		},
		external: false,
	},
	{ id: "crip", label: { fr: "CRIP", en: "Concern-report unit (CRIP)" }, external: false },
	{
		id: "ase",
		label: { fr: "Référent ASE", en: "Child welfare (ASE) caseworker" },
		external: false,
	},
	{ id: "ase-astreinte", label: { fr: "Astreinte ASE", en: "ASE on-call duty" }, external: false },
	{ id: "eval", label: { fr: "Équipe d'évaluation", en: "Assessment team" }, external: false },
	{ id: "mecs", label: { fr: "Équipe du lieu d'accueil", en: "Care-home team" }, external: false },
	{
		id: "mecs-cadre",
		label: { fr: "Cadre d'astreinte du lieu d'accueil", en: "Care-home duty manager" },
		external: false,
	},
	{
		id: "milieu-ouvert",
		label: { fr: "Service de milieu ouvert (AEMO, AED)", en: "Community-based measure service" },
		external: false,
	},
	{
		id: "prev-spe",
		label: { fr: "Prévention spécialisée", en: "Street outreach team" },
		external: false,
	},
	{
		id: "asso-spe",
		label: { fr: "Association spécialisée", en: "Specialist association" },
		external: false,
	},
	{
		id: "part-regional",
		label: {
			fr: "Partenaire spécialisé régional ou voisin",
			en: "Regional or neighbouring specialist partner",
		},
		external: false,
	},
	{ id: "ref-parcours", label: { fr: "Référent de parcours", en: "Lead worker" }, external: false },
	{ id: "soin", label: { fr: "Acteur de soin", en: "Care actor" }, external: false },
	{
		id: "uaped",
		label: { fr: "UAPED", en: "Paediatric unit for children in danger" },
		external: false,
	},
	{
		id: "educ-nat",
		label: { fr: "Infirmière ou assistante sociale scolaire", en: "School nurse or social worker" },
		external: false,
	},
	{ id: "pjj", label: { fr: "PJJ", en: "Youth judicial protection" }, external: false },
	{
		id: "insertion",
		label: { fr: "Mission locale, insertion", en: "Youth employment and integration" },
		external: false,
	},
	{
		id: "aide-victimes",
		label: {
			fr: "Aide aux victimes, administrateur ad hoc",
			en: "Victim support, ad hoc administrator",
		},
		external: false,
	},
	{
		id: "parquet",
		label: { fr: "Parquet des mineurs", en: "Prosecutor (minors)" },
		external: true,
	},
	{ id: "juge", label: { fr: "Juge des enfants", en: "Children's judge" }, external: true },
	{
		id: "fsi",
		label: { fr: "Police ou gendarmerie", en: "Police or gendarmerie" },
		external: true,
	},
	{
		id: "secours",
		label: { fr: "Secours 17, 15, 112, 114", en: "Emergency services 17, 15, 112, 114" },
		external: true,
	},
	{ id: "snated", label: { fr: "119 (SNATED)", en: "119 helpline" }, external: true },
	{
		id: "e116000",
		label: { fr: "116 000 Enfants disparus", en: "116 000 missing-children line" },
		external: true,
	},
	{
		id: "reseau-eloignement",
		label: { fr: "Réseau d'accueil avec éloignement", en: "Relocation network" },
		external: true,
	},
	{
		id: "autre-territoire",
		label: { fr: "Autre département", en: "Other département" },
		external: true,
	},
] as const;
