import { describe, expect, it } from "vitest";
import { friendlyName } from "./friendlyNames.ts";

describe("friendlyName", () => {
  it("[A6] proposes a name of the board's language that nobody on the board has", () => {
    expect(friendlyName("en", new Set(), 0)).toBe("Acacia");
    expect(friendlyName("en", new Set(["Acacia", "Alder"]), 0)).toBe("Almond");
    expect(friendlyName("fr", new Set(), 0.9999)).toBe("Tilleul");
    // past the end it begins anew
    expect(friendlyName("fr", new Set(["Tilleul"]), 0.9999)).toBe("Acacia");
  });

  it("[A6] numbers the names once all are taken", () => {
    const taken = new Set<string>();
    for (let person = 0; person < 100; person += 1) taken.add(friendlyName("en", taken, 0.5));
    expect(taken.size).toBe(100);
    expect([...taken].filter((name) => name.endsWith(" 2"))).toHaveLength(36);
  });
});
