import { newBoardId, ROLES } from "@palabre/shared/terms";
import { describe, expect, it } from "vitest";
import { createLinks } from "./links.ts";

const key = new Uint8Array(32).fill(7);
const boardWith = (counters = { facilitator: 1, participant: 1, viewer: 1 }) => ({
  id: newBoardId(),
  title: "t",
  language: "en" as const,
  createdAt: 1,
  counters,
  historyDays: 365,
});

describe("links", () => {
  it("[A1] each secret opens its own role on its own board, under its own key and counter", () => {
    const links = createLinks(key);
    const [board, other] = [boardWith(), boardWith()];
    for (const role of ROLES) {
      const secret = links.secret(board.id, role, 1);
      expect(secret).toMatch(/^[\w-]{24}$/);
      expect(links.roleOf(board, secret)).toBe(role);
      expect(links.roleOf(other, secret)).toBeUndefined();
      expect(links.roleOf({ ...board, counters: { ...board.counters, [role]: 2 } }, secret)).toBeUndefined();
      expect(createLinks(new Uint8Array(32)).roleOf(board, secret)).toBeUndefined();
    }
  });

  it("[A1] a secret has one spelling", () => {
    const links = createLinks(key);
    const board = boardWith();
    const secret = links.secret(board.id, "viewer", 1);
    for (const wrong of [
      "",
      "x",
      `${secret}=`,
      ` ${secret}`,
      `${secret}A`,
      secret.slice(1),
      secret.toUpperCase(),
      "é".repeat(24),
    ]) {
      expect(links.roleOf(board, wrong)).toBeUndefined();
    }
  });
});
