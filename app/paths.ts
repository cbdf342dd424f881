const part = encodeURIComponent;
const situation = (handle: string) => `/situations/${part(handle)}`;
const draft = (draftId: string) => `/studio/${part(draftId)}`;
const protocol = (protocolId: string) => `/protocols/${part(protocolId)}`;

/** Every internal address, as a typed function: a renamed route fails here, not at a visitor's. */
export const paths = {
	home: () => "/",
	health: () => "/health",
	signIn: () => "/sign-in",
	/** The door in a language that no cookie remembers yet. */
	signInIn: (language: string) => `/sign-in?language=${part(language)}`,
	/** The same, with the way to end the session at the provider of identities too. */
	signInLeaving: (language: string, visit: string) =>
		`/sign-in?language=${part(language)}&leave=${part(visit)}`,
	signOut: () => "/sign-out",
	/** Where a session that has proved one factor gives the second one. */
	secondFactor: () => "/sign-in/second-factor",
	/** Where an account without a second factor gets one. */
	enrolment: () => "/sign-in/enrolment",
	/** Locks the session; then the only page that it shows. */
	lock: () => "/lock",
	/** Where a script brings what a passkey says: to sign in, to confirm, to unlock, to be kept. */
	passkey: (act: string) => `/passkeys/${part(act)}`,
	/** The lock, for the script that covers a page without leaving it. */
	lockCover: () => "/lock/cover",
	accountFactors: () => "/account/factors",
	accountCodes: () => "/account/codes",
	/** Which letters one wants, and the calendar of one's due dates. */
	accountMessages: () => "/account/messages",
	accountFeed: () => "/account/feed",
	/** What a calendar application reads. */
	dueFeed: (secret: string) => `/feeds/${part(secret)}`,
	/** What the letters of one's structure are, and their shared mailbox. */
	structureMessages: () => "/structure/messages",
	/** What would be sent, where nothing is. */
	outbox: () => "/outbox",
	/** What waits, in figures: what the weekly letter leads to. */
	week: () => "/week",
	accountSessions: () => "/account/sessions",
	accountPassword: () => "/account/password",
	/** Helping somebody back into their account. */
	recoveries: () => "/recoveries",
	recovery: (memberId: string) => `/recoveries/${part(memberId)}`,
	/** What the link of a recovery opens. */
	recover: (secret: string) => `/recover/${part(secret)}`,
	language: () => "/language",
	actAs: () => "/act-as",
	demonstration: (memberId: string) => `/demonstration/${part(memberId)}`,
	account: () => "/account",
	/** What one read oneself; what was read in one's structure; what was done in the territory. */
	ownReadings: () => "/account/readings",
	structureReadings: () => "/structure/readings",
	/** What the coordination asks of a structure's manager. */
	structureEmergencyAccess: () => "/structure/emergency-access",
	/** What a structure keeps on paper, to see later that nobody changed the past. */
	structureStatement: () => "/structure/statement",
	trail: () => "/trail",
	myDay: () => "/my-day",
	newSituation: () => "/situations/new",
	findSituation: () => "/situations/find",
	situation,
	situationLine: (handle: string) => `${situation(handle)}/line`,
	step: (handle: string, stepId: string) => `${situation(handle)}/steps/${part(stepId)}`,
	interruption: (handle: string, interruptionId: string) =>
		`${situation(handle)}/interruptions/${part(interruptionId)}`,
	bindRole: (handle: string, roleId: string) => `${situation(handle)}/roles/${part(roleId)}`,
	lead: (handle: string) => `${situation(handle)}/lead`,
	/** Saying that a situation in which nobody acts goes on, or closing it where it stands. */
	/** Two people on the telephone: is it the same situation? */
	duplicate: (handle: string) => `${situation(handle)}/duplicate`,
	followUp: (handle: string) => `${situation(handle)}/follow-up`,
	closure: (handle: string) => `${situation(handle)}/closure`,
	correction: (handle: string, position: number) => `${situation(handle)}/corrections/${position}`,
	newHandoff: (handle: string, stepId: string) => `${situation(handle)}/handoffs/${part(stepId)}`,
	handoff: (handle: string) => `/handoffs/${part(handle)}`,
	handoffAct: (handle: string, act: string) => `/handoffs/${part(handle)}/${part(act)}`,
	/** Where a coordinator asks to give a handoff back for the structure that is absent. */
	emergencyAccess: (handle: string) => `/handoffs/${part(handle)}/emergency-access`,
	protocols: () => "/protocols",
	protocol,
	/** A published protocol on paper; what one structure keeps of it; the same for other programs. */
	protocolPrint: (protocolId: string) => `${protocol(protocolId)}/print`,
	protocolCard: (protocolId: string, roleId: string) =>
		`${protocol(protocolId)}/cards/${part(roleId)}`,
	protocolExports: (protocolId: string) => `${protocol(protocolId)}/export`,
	protocolExport: (protocolId: string, format: string) =>
		`${protocol(protocolId)}/export/${part(format)}`,
	/** Where a published protocol is taken out of use. */
	retireProtocol: (protocolId: string) => `${protocol(protocolId)}/retire`,
	/** Where running situations pass from an older version to the published one. */
	moveSituations: (protocolId: string) => `${protocol(protocolId)}/move`,
	/** Where protocols are written: the drafts of the territory. */
	studio: () => "/studio",
	newDraft: () => "/studio/new",
	draft,
	/** A draft with one of its parts open, spelled `step:receive-sign`. */
	draftPart: (draftId: string, spelled: string) => `${draft(draftId)}?open=${part(spelled)}`,
	draftDrop: (draftId: string) => `${draft(draftId)}/drop`,
	draftChecks: (draftId: string) => `${draft(draftId)}/checks`,
	/** The plays of a draft, and one of them. */
	draftPlays: (draftId: string) => `${draft(draftId)}/play`,
	draftPlay: (draftId: string, playId: string) => `${draft(draftId)}/play/${part(playId)}`,
	/** How its saved scenarios fare, as data. */
	draftScenarios: (draftId: string) => `${draft(draftId)}/scenarios`,
	draftDifference: (draftId: string) => `${draft(draftId)}/difference`,
	draftWhatIf: (draftId: string) => `${draft(draftId)}/what-if`,
	draftConsultation: (draftId: string) => `${draft(draftId)}/consultation`,
	draftPublication: (draftId: string) => `${draft(draftId)}/publish`,
	/** What a draft can be taken away as, and one of these files. */
	draftExports: (draftId: string) => `${draft(draftId)}/export`,
	draftExport: (draftId: string, format: string) => `${draft(draftId)}/export/${part(format)}`,
	draftPrint: (draftId: string) => `${draft(draftId)}/print`,
	draftCard: (draftId: string, roleId: string) => `${draft(draftId)}/cards/${part(roleId)}`,
	/** What other territories share, to start from. */
	sharedProtocols: () => "/shared-protocols",
	/** What partner structures are asked about a protocol to come. */
	consultations: () => "/consultations",
	consultation: (consultationId: string) => `/consultations/${part(consultationId)}`,
	/** Who must sign before a protocol is published. */
	signatures: () => "/territory/signatures",
	directory: () => "/directory",
	structure: (structureId: string) => `/directory/${part(structureId)}`,
	/** Where the directory is kept: who is where, what is missing. */
	upkeep: () => "/directory/upkeep",
	newStructure: () => "/directory/new",
	editStructure: (structureId: string) => `/directory/${part(structureId)}/edit`,
	inviteManager: (structureId: string) => `/directory/${part(structureId)}/invite`,
	/** The people of one's own structure, for who answers for it. */
	colleagues: () => "/structure/members",
	colleague: (memberId: string) => `/structure/members/${part(memberId)}`,
	inviteColleague: () => "/structure/invite",
	withdrawInvitation: (invitationId: string) => `/invitations/${part(invitationId)}`,
	/** What a link of an invitation opens. */
	join: (secret: string) => `/join/${part(secret)}`,
	joinAsMember: (secret: string) => `/join/${part(secret)}/accept`,
	joinWithProvider: (secret: string) => `/join/${part(secret)}/proconnect`,
	/** What one's own structure says about itself, and its second reading. */
	presentation: () => "/structure/presentation",
	presentationReading: () => "/structure/presentation/reading",
	/** The texts that everybody reads, for the coordinator of the territory. */
	publicTexts: () => "/territory/texts",
	textReading: (structureId: string) => `/territory/texts/${part(structureId)}`,
	/** What is late, who is awaited and for how long: in the territory, of one's structure. */
	lateInTerritory: () => "/territory/late",
	lateThisWeek: () => "/territory/late/week",
	lateOfStructure: () => "/structure/late",
	/** Whether one's structure takes new situations, and who is told second. */
	availability: () => "/structure/availability",
	/** How long the territory keeps what, for its coordinator. */
	retention: () => "/territory/retention",
	/** The working calendar of the territory, what its coming months are, what a delay comes to. */
	territoryCalendar: () => "/territory/calendar",
	calendarMonths: () => "/territory/calendar/months",
	calendarDelay: () => "/territory/calendar/delay",
	/** When one's own structure is closed, or one that nobody answers for. */
	structureCalendar: () => "/structure/calendar",
	calendarOf: (structureId: string) => `/directory/${part(structureId)}/calendar`,
	/** The people who serve a whole territory, for who administers the instance. */
	administration: () => "/administration",
	inviteToDuty: () => "/administration/invite",
	dutyHolder: (memberId: string) => `/administration/members/${part(memberId)}`,
	/** What the server does, in figures, and the work that got stuck. */
	operator: () => "/operator",
	incidents: () => "/operator/incidents",
	providerSignIn: () => "/sign-in/proconnect",
	providerCallback: () => "/sign-in/proconnect/callback",
	/** Ends the session at the provider too, after ours has ended. */
	providerLeave: (visit: string) => `/sign-in/proconnect/leave/${part(visit)}`,
	accountProvider: () => "/account/proconnect",
	accountProviderLink: () => "/account/proconnect/link",
} as const;

/** An address of ours that came from outside (a hidden field), or the start page: never another site. */
export function internalPath(address: unknown): string {
	const ours = typeof address === "string" && /^\/(?![/\\])[^\\\s]*$/.test(address);
	return ours ? address : paths.home();
}
