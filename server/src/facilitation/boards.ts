import { createStateDoc, encodeDoc, settingAgenda, writeState, type Person } from "@palabre/shared/documents";
import { friendlyName } from "@palabre/shared/facilitation";
import type { TemplateContents } from "@palabre/shared/facilitation/library";
import {
  newBoardId,
  PERSON_COLOURS,
  type BoardId,
  type Language,
  type PersonColour,
  type PersonId,
} from "@palabre/shared/terms";
import { DEFAULT_HISTORY_DAYS, type BoardRecord, type BoardStore } from "../stores/index.ts";
import type { Conductor } from "./conductor.ts";
import { showing } from "./showing.ts";
import { fillTemplate } from "./template.ts";

/** Boards and their people, as rows in the store and as facts of `workshop` at once. */
export interface Boards {
  create(about: { readonly title: string; readonly language: Language }): Promise<BoardRecord>;
  /** Puts a template's cards, links and agenda on a board that has none; its posts are the listening's. */
  fill(board: BoardId, contents: Pick<TemplateContents, "cards" | "links" | "agenda">): Promise<void>;
  rename(board: BoardId, title: string): Promise<void>;
  /** A name that nobody on the board has, and the colour that fewest have. */
  newcomer(board: BoardRecord): Promise<{ readonly name: string; readonly colour: PersonColour }>;
  /** Shows a person to all, as they are now. */
  show(board: BoardId, person: PersonId, facts: Person): Promise<void>;
}

export function createBoards(deps: {
  store: BoardStore;
  conductor: Conductor;
  now?: () => number;
  random?: () => number;
  /** how long a new board keeps its history */
  historyDays?: number;
}): Boards {
  const { store, conductor, now = Date.now, random = Math.random, historyDays = DEFAULT_HISTORY_DAYS } = deps;
  return {
    create: async ({ title, language }) => {
      const record: BoardRecord = {
        id: newBoardId(),
        title,
        language,
        createdAt: now(),
        counters: { facilitator: 1, participant: 1, viewer: 1 },
        historyDays,
      };
      // with the row, so that no board is ever seen without its title
      const workshop = createStateDoc();
      writeState(workshop, [
        { map: "about", key: "title", value: title },
        { map: "about", key: "language", value: language },
      ]);
      await store.createBoard(record, [{ document: "workshop", bytes: encodeDoc(workshop) }]);
      return record;
    },
    fill: async (board, contents) => {
      const { edits, phases } = fillTemplate(contents, now());
      await conductor.edit(board, edits);
      if (phases.length > 0) await conductor.change(board, "workshop", [settingAgenda({ revision: 1, phases })]);
    },
    rename: async (board, title) => {
      await store.changeBoard(board, { title });
      await conductor.change(board, "workshop", [{ map: "about", key: "title", value: title }]);
    },
    newcomer: async ({ id, language }) => {
      const [{ people: known }, { waiting }] = [await conductor.workshop(id), await conductor.desk(id)];
      const people = [...known.values(), ...waiting.values()];
      const taken = new Set(people.map(({ name }) => name));
      const wearing = (colour: PersonColour) => people.filter((person) => person.colour === colour).length;
      const [colour = 1] = [...PERSON_COLOURS].sort((a, b) => wearing(a) - wearing(b) || a - b);
      return { name: friendlyName(language, taken, random()), colour };
    },
    show: async (board, person, facts) => {
      await conductor.change(board, "workshop", [showing(person, facts)]);
    },
  };
}
