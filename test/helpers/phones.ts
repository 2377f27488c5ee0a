import { newPhaseId, type Phase, type PhaseId } from "@palabre/shared/terms";
import { expect } from "vitest";
import { ask, connect, openBoard, secretOf, synced, type OpenedBoard } from "./client.ts";
import type { Person } from "./people.ts";
import type { ServerAddress } from "./startServer.ts";

export const PHONE = { size: [390, 844], touch: true } as const;

export const phase = (fr: string, en: string, instruction: string, more: Partial<Phase> = {}): Phase => ({
  id: newPhaseId(),
  title: { fr, en },
  instruction: instruction === "" ? {} : { fr: instruction, en: instruction },
  ...more,
});

/** A board with an agenda, which Awa facilitates; `peer` is her copy of it. */
export async function workshopOf(server: ServerAddress, phases: readonly Phase[]) {
  const board = await openBoard(server, "Quel repair-café pour 2027\u202f?");
  const awa = await board.join("facilitator", "Awa");
  const asking = (method: string, path: string, body: unknown) =>
    ask(server, method, `/api/boards/${board.id}/${path}`, { body, session: awa.session });
  await asking("PUT", "agenda", { revision: 0, phases });
  const peer = connect(server, board.id, awa.session, "board");
  await synced(peer);
  let from: PhaseId | null = null;
  return {
    board,
    awa,
    asking,
    peer,
    go: async (to: Phase | undefined) => {
      expect((await asking("POST", "phase", { from, to: to?.id ?? null })).status).toBe(200);
      from = to?.id ?? null;
    },
  };
}

export const phoneAddress = (server: ServerAddress, board: OpenedBoard): string =>
  `${server.url}/p/${board.id}#${secretOf(board.links.participant)}`;
export const ideaBox = ({ page }: Person) => page.getByRole("textbox", { name: /Your idea|Votre idée/ });
export const write = async (person: Person, text: string): Promise<void> => {
  await ideaBox(person).fill(text);
  await person.page.getByRole("button", { name: /^(Send|Envoyer)$/ }).click();
};
export const line = ({ page }: Person) => page.locator("[data-line]");
export const live = async (person: Person) => person.page.locator('[data-line="live"]').waitFor({ timeout: 30_000 });
