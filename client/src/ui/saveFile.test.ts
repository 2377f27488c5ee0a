import { expect, it } from "vitest";
import { fileNameOf } from "./saveFile.ts";

it("[T5] a board's file is called by its title, less the signs that no system takes in a name", () => {
  expect(fileNameOf("Équipe / été 2026 : « où ? »")).toBe("Équipe été 2026 « où »");
  expect(fileNameOf("../..\\a\n|b*.")).toBe("a b");
  expect(fileNameOf("مرحبا 👩‍👧")).toBe("مرحبا 👩‍👧");
  expect(fileNameOf(" ./?* ")).toBe("");
});
