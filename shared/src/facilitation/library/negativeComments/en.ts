import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Answering negative comments",
  goal: "Sort negative comments, agree on an answer to each sort, with an owner and a deadline.",
  title: "How do we answer criticism?",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWhat are we blamed for, and how do we want to answer?",
    rules: "Our rules\nWe read twice before we judge.\nWe don’t look for who wrote it.",
    howTo: "A good answer\nIt thanks, says what is true, what we do about it, and by when.",
    plan: "What will happen\nGather, sort, write answers, agree, name and date.",
    inbox: "What we received",
    late: { text: "Three weeks and no answer to my message. Are you still there?", source: "example, to be replaced" },
    wrongHour: { text: "I came at six and it was closed. Thanks for the trip.", source: "example, to be replaced" },
    angry: { text: "Another meeting set without asking us. I have had enough.", source: "example, to be replaced" },
    attack: { text: "Useless, the lot of you, as usual.", source: "example, to be replaced" },
    founded: "Founded: repair",
    foundedHow: "It is true, and it is up to us. We apologise, mend it, and come back to say so.",
    misunderstanding: "Misunderstanding: explain",
    misunderstandingHow: "Information is missing. We give it simply, without a lecture.",
    feeling: "Anger, hurt: listen",
    feelingHow: "The fact matters less than how it felt. We call, and offer to meet.",
    trolling: "Attack: don’t feed",
    trollingHow: "Nothing to repair. One calm answer at most, then the house rules. We protect those it targets.",
    answers: "Our answers",
    repair: { text: "Apologise, mend it, come back to say so", owner: "to be named" },
    explain: { text: "Give the facts that were missing", owner: "to be named" },
    hear: { text: "Call the person, and listen", owner: "to be named" },
    hour: "In an hour",
    hourHow: "Threat, grave mistake, person targeted: who alerts whom?",
    day: "In a day",
    dayHow: "A first answer, even if all is not settled.",
    week: "In a week",
    weekHow: "Repair made, and the person told of it.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Recall why we answer: for the person, and for those who read along. Read the rules.",
    },
    collect: {
      title: "Gather",
      instruction: "Copy the criticism we received, word for word and without names, then delete the examples.",
    },
    sort: {
      title: "Sort",
      instruction:
        "Drag each comment into one of the four frames. If you hesitate, there is some truth in it: “founded”.",
    },
    write: {
      title: "Write answers",
      instruction:
        "For each sort, write the best that we could do. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and read",
      instruction: "Read each answer as if you were the person who complained. Comment on what hurts.",
    },
    agree: {
      title: "Agree",
      instruction: "For each answer: yes, yes with a reservation, or objection. An objection says why.",
    },
    assign: {
      title: "Name and date",
      instruction: "For each answer: an owner, a deputy, a deadline. Put it in an hour, a day or a week.",
    },
    close: {
      title: "Closing",
      instruction: "Choose together which comment we answer today, and who does it.",
    },
  },
};
