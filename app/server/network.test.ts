import { expect, test } from "vitest";
import { networkOf } from "./network.server.ts";

test.each([
	["203.0.113.77", "203.0.113.0"],
	["::ffff:203.0.113.77", "203.0.113.0"],
	["2001:db8:1:2:3:4:5:6", "2001:db8:1::"],
	["2001:0db8::1", "2001:db8:0::"],
	["fe80::1%eth0", "fe80:0:0::"],
	["::1", "0:0:0::"],
	["nonsense", "0.0.0.0"],
	[undefined, "0.0.0.0"],
])("%s is remembered as %s only", (address, network) => {
	expect(networkOf(address)).toBe(network);
});
