import { isIPv4, isIPv6 } from "node:net";

/**
 * The network that an address belongs to: enough to slow down an attacker, too little to find
 * a person. The first 24 bits of IPv4, the first 48 of IPv6.
 */
export function networkOf(address: string | undefined): string {
	const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "");
	if (isIPv4(plain)) return plain.replace(/\.\d+$/, ".0");
	if (isIPv6(plain)) return `${groupsOf(plain).slice(0, 3).join(":")}::`;
	return "0.0.0.0";
}

/** The canonical form, from the one parser of addresses that every Node has. */
function groupsOf(address: string): string[] {
	const canonical = new URL(`http://[${address.split("%")[0]}]`).hostname.slice(1, -1);
	const [before = "", after] = canonical.split("::");
	const first = before === "" ? [] : before.split(":");
	const last = after ? after.split(":") : [];
	const gap = after === undefined ? 0 : 8 - first.length - last.length;
	return [...first, ...Array<string>(gap).fill("0"), ...last];
}
