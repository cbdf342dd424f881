import { expect, test } from "vitest";
import { isEasyPassword } from "./password-rules.ts";

test.each([
	"aaaaaaaaaaaaaaaaa",
	"abababababababab",
	"soleilsoleilsoleil",
	"Mot de passe 2026!!",
	"motdepassemotdepasse",
	"azertyuiopqsdfgh",
	"123456789012345",
	"987654321-987654321",
	"Relais-Demonstration",
	"bonjour relais 2026",
	"marie.exemple2026",
	"Exemple, Marie, CRIP!",
])("“%s” is long and easy", (password) => {
	expect(isEasyPassword(password, ["marie.exemple@crip.fr", "Marie Exemple"])).toBe(true);
});

test.each([
	"quatre chevaux lisent",
	"correct horse battery staple",
	"la pluie tombe jeudi",
	"Azerty mais avec une vraie phrase",
	"夜明け前の静かな海を見ている人たち",
])("“%s” is taken, with or without capitals and digits", (password) => {
	expect(isEasyPassword(password, ["marie.exemple@crip.fr", "Marie Exemple"])).toBe(false);
});

test("the longest password is judged without delay", () => {
	expect(isEasyPassword("ab1".repeat(42), ["x".repeat(254)])).toBe(true);
});
