import { createTopics } from "./topics.ts";

/** How much of what others change is told to who listens: nothing, what is near to where they are and to what they made, or all. */
export const NOTICE_LEVELS = ["off", "near", "all"] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];
export interface NoticeSettings {
  readonly changes: NoticeLevel;
  /** who comes and goes */
  readonly people: boolean;
  /** which figures of cards are told when they change */
  readonly figures: NoticeLevel;
  /** that a vote opens, and that its result is there */
  readonly votes: boolean;
}

const STORED = "palabre.notices";
const topics = createTopics();
let settings: NoticeSettings | undefined;

/** This device's choice; the same object until it changes. */
export function noticeSettings(): NoticeSettings {
  settings ??= read();
  return settings;
}

export function setNotices(change: Partial<NoticeSettings>): void {
  settings = { ...noticeSettings(), ...change };
  topics.tell(["notices"]);
  try {
    localStorage.setItem(
      STORED,
      [
        settings.changes,
        settings.people ? "people" : "nobody",
        settings.figures,
        settings.votes ? "votes" : "none",
      ].join(" "),
    );
  } catch {
    // storage is forbidden: it holds for as long as the page does
  }
}

export const onNotices = (listener: () => void): (() => void) => topics.subscribe("notices", listener);

function read(): NoticeSettings {
  const [changes, people, figures, votes] = readStored().split(" ");
  return { changes: levelOf(changes), people: people !== "nobody", figures: levelOf(figures), votes: votes !== "none" };
}

const levelOf = (word: string | undefined): NoticeLevel => NOTICE_LEVELS.find((level) => level === word) ?? "near";

function readStored(): string {
  try {
    return localStorage.getItem(STORED) ?? "";
  } catch {
    // storage is forbidden: what is usual holds
    return "";
  }
}
