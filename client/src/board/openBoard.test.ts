import { describe, expect, it, onTestFinished, vi } from "vitest";
import { AppError } from "@palabre/shared/errors";
import { newBoardId, newPersonId } from "@palabre/shared/terms";
import { openBoard, type BoardDoor } from "./openBoard.ts";

const board = newBoardId();
const facts = {
  id: board,
  title: "Repair café",
  language: "fr",
  person: newPersonId(),
  role: "participant",
  name: "Héron calme",
  colour: 1,
  createdAt: 0,
  seenAt: 0,
} as const;
const fault = (code: "bad-secret" | "no-session" | "unreachable") => new AppError(code, code);

/** A server that knows one secret, and whether this device has a session. */
function door(knows: { secret?: string; hasSession?: boolean }): BoardDoor & { readonly asked: string[] } {
  const asked: string[] = [];
  let hasSession = knows.hasSession ?? false;
  return {
    asked,
    openSession: (_board, { secret, name }) => {
      asked.push(`session as ${name ?? "anybody"}`);
      if (secret !== knows.secret) return Promise.reject(fault("bad-secret"));
      hasSession = true;
      return Promise.resolve({ ...facts, expiresAt: 1 });
    },
    boardFacts: () => {
      asked.push("facts");
      return hasSession ? Promise.resolve(facts) : Promise.reject(fault("no-session"));
    },
  };
}

describe("opening a board", () => {
  it("[P1] trades the secret of the link, then reads the facts", async () => {
    const server = door({ secret: "right" });
    expect(await openBoard(server, board, { secret: "right", name: "Ana" })).toEqual({
      facts,
      isNew: false,
      isFromDevice: false,
    });
    expect(server.asked).toEqual(["session as Ana", "facts"]);
  });
  it("[P1] a person without a name is new: one was proposed", async () => {
    expect(await openBoard(door({ secret: "right" }), board, { secret: "right", name: undefined })).toEqual({
      facts,
      isNew: true,
      isFromDevice: false,
    });
  });
  it("[P1] a wrong secret opens nothing", async () => {
    await expect(
      openBoard(door({ secret: "right" }), board, { secret: "wrong", name: undefined }),
    ).rejects.toMatchObject({
      code: "bad-secret",
    });
  });
  it("[P1] a replaced link leaves a device that is in where it is", async () => {
    const server = door({ secret: "right", hasSession: true });
    expect(await openBoard(server, board, { secret: "old", name: undefined })).toEqual({
      facts,
      isNew: false,
      isFromDevice: false,
    });
  });
  it("[P1] without a secret the session of the device decides", async () => {
    await expect(openBoard(door({}), board, { secret: undefined, name: "Ana" })).rejects.toMatchObject({
      code: "no-session",
    });
    expect(await openBoard(door({ hasSession: true }), board, { secret: undefined, name: "Ana" })).toEqual({
      facts,
      isNew: false,
      isFromDevice: false,
    });
  });
  it("[O1] [O2] without the server it opens as it was last seen, unless the server has said that it is not this device's", async () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    onTestFinished(() => void vi.unstubAllGlobals());
    const away: BoardDoor = {
      openSession: () => Promise.reject(fault("unreachable")),
      boardFacts: () => Promise.reject(fault("unreachable")),
    };
    const wish = { secret: undefined, name: undefined };
    await expect(openBoard(away, board, wish)).rejects.toMatchObject({ code: "unreachable" });
    await openBoard(door({ hasSession: true }), board, wish);
    expect(await openBoard(away, board, { secret: "any", name: "Ana" })).toEqual({
      facts,
      isNew: false,
      isFromDevice: true,
    });
    await expect(openBoard(door({}), board, wish)).rejects.toMatchObject({ code: "no-session" });
    await expect(openBoard(away, board, wish)).rejects.toMatchObject({ code: "unreachable" });
  });
});
