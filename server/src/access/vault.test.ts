import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createVault } from "./vault.ts";

describe("vault", () => {
  const key = randomBytes(32);
  const vault = createVault(key);

  test("[L105] any secret comes back, and no two sealings of it are alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (secret, owner) => {
        const sealed = vault.seal(secret, owner);
        expect(createVault(key).open(sealed, owner)).toBe(secret);
        expect(vault.seal(secret, owner)).not.toBe(sealed);
      }),
    );
  });

  test("[L105] what is sealed opens under no other key, for no other owner, and not when one bit differs", () => {
    const sealed = vault.seal("app-password", "board source");
    expect(sealed).not.toContain("app-password");
    expect(createVault(randomBytes(32)).open(sealed, "board source")).toBeUndefined();
    expect(vault.open(sealed, "board other")).toBeUndefined();
    const bytes = Buffer.from(sealed.slice(3), "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(vault.open(`v1.${changed.toString("base64url")}`, "board source")).toBeUndefined();
    }
    for (const broken of ["", "v1.", "v2.abc", sealed.slice(0, 20), sealed.slice(3)]) {
      expect(vault.open(broken, "board source")).toBeUndefined();
    }
  });
});
