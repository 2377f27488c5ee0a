import type { PersonId } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import type { RoomLimits } from "./limits.ts";

/** Whom a connection belongs to; without a person it doesn't count as one of theirs. */
interface Counted extends Pick<Visitor, "board" | "role"> {
  readonly person?: PersonId;
}

/** How many connections there are, of whom and from where. */
export class Headcount {
  readonly #limits: RoomLimits;
  readonly #counts = new Map<string, number>();
  #total = 0;

  constructor(limits: RoomLimits) {
    this.#limits = limits;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether one more is too many for what it would belong to. */
  isFull(visitor: Counted, address: string): boolean {
    return (
      this.#total >= this.#limits.connectionsPerProcess ||
      this.#groupsOf(visitor, address).some(([key, most]) => (this.#counts.get(key) ?? 0) >= most)
    );
  }

  /** Counts one; the returned function takes it off again, once. */
  add(visitor: Counted, address: string): () => void {
    const keys = this.#groupsOf(visitor, address).map(([key]) => key);
    for (const key of keys) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    this.#total += 1;
    let isCounted = true;
    return () => {
      if (!isCounted) return;
      isCounted = false;
      this.#total -= 1;
      for (const key of keys) {
        const left = (this.#counts.get(key) ?? 1) - 1;
        if (left > 0) this.#counts.set(key, left);
        else this.#counts.delete(key);
      }
    };
  }

  #groupsOf({ board, person, role }: Counted, address: string): readonly (readonly [string, number])[] {
    const { connectionsPerPerson, connectionsPerBoard, connectionsPerLink, connectionsPerAddress } = this.#limits;
    return [
      ...(person === undefined ? [] : [[`person/${board}/${person}`, connectionsPerPerson] as const]),
      [`board/${board}`, connectionsPerBoard],
      // a link gives a role: who came by an earlier one of that role is out
      [`link/${board}/${role}`, connectionsPerLink],
      [`address/${address}`, connectionsPerAddress],
    ];
  }
}
