import {
  atTheDoorSchema,
  joinedSchema,
  slideShownSchema,
  type AtTheDoor,
  type Join,
  type Joined,
  type ShowSlide,
  type SlideShown,
} from "@palabre/shared/protocol";
import type { BoardId, PersonId, Standing } from "@palabre/shared/terms";
import { NOTHING, request } from "./request.ts";

/** How people come in with a code, and who lets them in. All throw AppError: see `request`. */
export interface Joining {
  readonly join: (join: Join) => Promise<Joined>;
  /** shows the slide, or says that it is still shown */
  readonly showSlide: (board: BoardId, slide: ShowSlide) => Promise<SlideShown>;
  /** how this device stands at the door; with `known`, once that is another, or after a while */
  readonly atTheDoor: (board: BoardId, known: Standing | undefined, signal: AbortSignal) => Promise<AtTheDoor>;
  readonly setWaitingRoom: (board: BoardId, isOn: boolean) => Promise<void>;
  /** without people: all who wait */
  readonly admit: (board: BoardId, people?: readonly PersonId[]) => Promise<void>;
  readonly refuse: (board: BoardId, people: readonly PersonId[]) => Promise<void>;
}

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);

export const joining: Joining = {
  join: (json) => request(at("join"), joinedSchema, { method: "POST", json }),
  showSlide: (board, json) => request(at(`boards/${board}/slide`), slideShownSchema, { method: "POST", json }),
  atTheDoor: (board, known, signal) =>
    request(at(`boards/${board}/waiting${known === undefined ? "" : `?known=${known}`}`), atTheDoorSchema, { signal }),
  setWaitingRoom: (board, isOn) => request(at(`boards/${board}/waiting`), NOTHING, { method: "PUT", json: { isOn } }),
  admit: (board, people) =>
    request(at(`boards/${board}/waiting/admit`), NOTHING, { method: "POST", json: people ? { people } : {} }),
  refuse: (board, people) =>
    request(at(`boards/${board}/waiting/refuse`), NOTHING, { method: "POST", json: { people } }),
};
