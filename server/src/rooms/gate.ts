import {
  hasWritten,
  inspectUpdate,
  type AdmissionRefusal,
  type BoardDoc,
  type Inspection,
} from "@palabre/shared/documents";
import type { BoardRules, Deed, Forbidden, Permission } from "@palabre/shared/facilitation";
import { CLOSE } from "@palabre/shared/protocol";
import { LIMITS, type ChangedFact } from "@palabre/shared/terms";
import type { Visitor } from "../access/index.ts";
import type { ClientIds } from "./clientIds.ts";
import { GRACE_MS, type FollowedRules } from "./followedRules.ts";

export type Verdict =
  | Inspection
  | {
      readonly ok: false;
      readonly code: number;
      /** one word, for the client's own sentence */
      readonly reason: string;
    };

/** Whether somebody may do something, by the rules. */
export type Asked = (deed: Deed, visitor: Visitor, rules: BoardRules) => Permission;

/** Decides what people may add to a document of cards. It changes nothing but whose client ids are whose. */
export class Gate {
  readonly #ids: ClientIds | undefined;
  readonly #may: Asked;
  readonly #maxCards: number;
  readonly #rules: FollowedRules;
  readonly #now: () => number;
  /** thing → when somebody locked it by courtesy; those of the last seconds */
  readonly #lockedAt = new Map<string, number>();

  /**
   * @param options `ids`: whose client ids are whose; undefined where one person writes, whoever holds the ids
   */
  constructor(options: {
    readonly ids: ClientIds | undefined;
    readonly may: Asked;
    readonly rules: FollowedRules;
    readonly now: () => number;
    readonly maxCards?: number;
  }) {
    this.#ids = options.ids;
    this.#may = options.may;
    this.#maxCards = options.maxCards ?? LIMITS.cardsPerBoard;
    this.#rules = options.rules;
    this.#now = options.now;
  }

  judge(doc: BoardDoc, update: Uint8Array, visitor: Visitor, maxBytes: number): Verdict {
    const inspection = inspectUpdate(doc, update, { by: visitor.person, maxBytes, maxCards: this.#maxCards });
    if (!inspection.ok) return refused(CLOSE_OF[inspection.reason], inspection.reason);
    for (const client of inspection.clients) {
      const claim = this.claim(doc, client, visitor);
      if (claim === "foreign") return refused(CLOSE.foreignClient, "client");
      if (claim === "many") return refused(CLOSE.later, "clients");
    }
    const forbidden = this.#forbids(inspection.deeds, visitor);
    return forbidden === undefined ? inspection : refused(CLOSE.forbidden, forbidden);
  }

  /** Whether somebody may appear under a client id, in presence or in an update. */
  claim(doc: BoardDoc, client: number, visitor: Visitor): ReturnType<ClientIds["claim"]> {
    return this.#ids?.claim(client, visitor.device, hasWritten(doc, client)) ?? "own";
  }

  /** The first reason why something of it may not be done, under the rules of now and under each that was in force just before. */
  #forbids(deeds: readonly Deed[], visitor: Visitor): Forbidden | undefined {
    if (deeds.length === 0) return undefined;
    const { now, earlier } = this.#rules.inForce();
    for (const deed of deeds) {
      const asked = this.#withGrace(deed);
      const answer = this.#may(asked, visitor, now);
      if (!answer.ok && !earlier.some((rules) => this.#may(asked, visitor, rules).ok)) return answer.reason;
    }
    return undefined;
  }

  #withGrace(deed: Deed): Deed {
    if (!("on" in deed) || deed.isLocked !== true) return deed;
    const lockedAt = this.#lockedAt.get(deed.on);
    const age = lockedAt === undefined ? GRACE_MS : this.#now() - lockedAt;
    return age >= 0 && age < GRACE_MS ? { ...deed, isLocked: false } : deed;
  }

  /** To be told what came of an update that was let in. */
  admitted(facts: readonly ChangedFact[]): void {
    const now = this.#now();
    for (const { key, after } of facts) {
      const [, thing] = /^attribute\/([^/]+)\/locked$/.exec(key) ?? [];
      if (thing === undefined) continue;
      for (const [other, at] of this.#lockedAt) if (now - at >= GRACE_MS) this.#lockedAt.delete(other);
      if (after === true) this.#lockedAt.set(thing, now);
      else this.#lockedAt.delete(thing);
    }
  }
}

const refused = (code: number, reason: string): Verdict => ({ ok: false, code, reason });

const CLOSE_OF: Readonly<Record<AdmissionRefusal, number>> = {
  "too-large": CLOSE.tooLarge,
  "too-heavy": CLOSE.tooLarge,
  full: CLOSE.tooLarge,
  damaged: CLOSE.badFrame,
  gap: CLOSE.later,
  layout: CLOSE.forbidden,
  value: CLOSE.forbidden,
  by: CLOSE.forbidden,
};
