import * as Y from "yjs";
import type { BoardMap } from "./layout.ts";

export type Struct = Y.Item | Y.GC;
/** client → its structs in an update, in order of their clocks; none of them does the document hold */
export type Incoming = ReadonlyMap<number, readonly Struct[]>;

/** Where something of an update belongs: an entry of one of the maps, or the letters of the text under a key. */
export class Slot {
  readonly map: BoardMap;
  readonly key: string;
  readonly isLetters: boolean;
  /** the last item that the document holds in the entry, alive or not: the one that says whether it is set */
  readonly last: Y.Item | undefined;
  /** items of the update, in the order in which they will be integrated */
  readonly added: Y.Item[] = [];
  /** those of them that the update deletes itself; undefined when it deletes none */
  dead: Set<Y.Item> | undefined = undefined;
  addedLetters = 0;
  /** how much of what the document holds alive here the update deletes: 1 for an entry, letters of a text */
  killed = 0;
  /** what follows what in the list, where the update changed it; kept from the second item on: most entries get one */
  follows: Map<string, Y.ID | null> | undefined = undefined;

  constructor(map: BoardMap, key: string, isLetters: boolean, last: Y.Item | undefined) {
    this.map = map;
    this.key = key;
    this.isLetters = isLetters;
    this.last = last;
  }

  /** The first item that the document holds in the list. */
  first(): Y.Item | null {
    if (this.isLetters) return this.last?.content instanceof Y.ContentType ? this.last.content.type._start : null;
    let item = this.last ?? null;
    while (item?.left) item = item.left;
    return item;
  }
}
/** `gone`: under an ancestor that is no more; it is taken in and empty. `foreign`: nowhere that a board has. */
export type Place = Slot | "gone" | "foreign";
