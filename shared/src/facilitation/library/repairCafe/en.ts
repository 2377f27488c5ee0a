import type { RepairCafeWords } from "./words.ts";

export const REPAIR_CAFE_EN: RepairCafeWords = {
  name: "A repair café’s workshop",
  goal: "A workshop well under way, with its cards, links and messages: all there is to try.",
  title: "Which repair café for next year?",
  sourceName: "Voices (sample)",
  frames: { expected: "What people expect of us", possible: "What we could do" },
  expectations: {
    evenings: { text: "Sessions in the evening, after work", query: "evening*, after work" },
    checkFirst: {
      text: "Knowing if it’s fixable before I come",
      query: "fixable, repairable, beyond repair, diagnos*, before I come, before coming, for nothing",
    },
    learning: { text: "Learning to mend things ourselves", query: "learn*, teach*, taught, myself, ourselves" },
    waiting: { text: "Less waiting at the counter", query: "wait*, queue*" },
    access: {
      text: "A hall you can enter in a wheelchair",
      query: "accessib*, wheelchair*, pushchair*, steps, stairs, ramp*",
    },
  },
  factors: {
    volunteers: "Volunteers with time to give",
    counter: "The wait at the counter",
    trust: "Trust between us and our neighbours",
    knowHow: "Skills that get passed on",
    townHall: "Support from the council",
  },
  strategies: {
    openEvenings: { text: "Open two evenings a month", owner: "Amina" },
    onlineCheck: { text: "Online check before the visit", owner: "Rob" },
    workshop: { text: "A learn-to-mend workshop every month", owner: "Grace" },
    mentors: { text: "Train ten repair mentors", owner: "Odile" },
  },
  note: "Ask Rob for the keys to the Linden room",
  labels: { atLast: "a time we can make", tired: "people wear out" },
};
