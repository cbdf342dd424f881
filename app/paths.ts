const part = encodeURIComponent;
const situation = (handle: string) => `/situations/${part(handle)}`;

/** Every internal address, as a typed function: a renamed route fails here, not at a visitor's. */
export const paths = {
	home: () => "/",
	health: () => "/health",
	signIn: () => "/sign-in",
	/** The door in a language that no cookie remembers yet. */
	signInIn: (language: string) => `/sign-in?language=${part(language)}`,
	signOut: () => "/sign-out",
	language: () => "/language",
	actAs: () => "/act-as",
	demonstration: (memberId: string) => `/demonstration/${part(memberId)}`,
	account: () => "/account",
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
	correction: (handle: string, position: number) => `${situation(handle)}/corrections/${position}`,
	newHandoff: (handle: string, stepId: string) => `${situation(handle)}/handoffs/${part(stepId)}`,
	handoff: (handle: string) => `/handoffs/${part(handle)}`,
	handoffAct: (handle: string, act: string) => `/handoffs/${part(handle)}/${part(act)}`,
	protocols: () => "/protocols",
	protocol: (protocolId: string) => `/protocols/${part(protocolId)}`,
	directory: () => "/directory",
	structure: (structureId: string) => `/directory/${part(structureId)}`,
} as const;

/** An address of ours that came from outside (a hidden field), or the start page: never another site. */
export function internalPath(address: unknown): string {
	const ours = typeof address === "string" && /^\/(?![/\\])[^\\\s]*$/.test(address);
	return ours ? address : paths.home();
}
