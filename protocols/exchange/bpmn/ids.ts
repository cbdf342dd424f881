// Names of steps, groups and roles hold no underscore, and a code stands last: no two ids meet.

/** The names of what a BPMN file holds, made from the protocol's own. */
export const bpmnIds = {
	process: () => "process",
	beside: (interruption: string) => `beside_${interruption}`,
	task: (step: string) => `task_${step}`,
	choice: (step: string) => `choice_${step}`,
	late: (step: string) => `late_${step}`,
	lateEnd: (step: string) => `lateEnd_${step}`,
	end: (step: string, code: string) => `end_${step}_${code}`,
	raise: (step: string, code: string) => `raise_${step}_${code}`,
	start: (scope: string) => `start_${scope}`,
	split: (group: string) => `split_${group}`,
	join: (group: string) => `join_${group}`,
	signal: (interruption: string) => `signal_${interruption}`,
	lane: (scope: string, role: string) => `lane_${scope}_${role}`,
	pool: (role: string) => `pool_${role}`,
	message: (step: string) => `message_${step}`,
	flow: (from: string, to: string, code = "") => `flow_${from}_${to}${code && `_${code}`}`,
	phase: (phase: string) => `phase_${phase}`,
	shape: (id: string) => `${id}_di`,
};
