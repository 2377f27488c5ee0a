import type { TemplateWords } from "../design.ts";
import type { CardKey, StepKey } from "./layout.ts";

export const EN: TemplateWords<CardKey, StepKey> = {
  name: "Social-media strategy",
  goal: "Decide whom we speak to, where, when, and which engagement we ask for: react, talk or contribute.",
  title: "Our social-media strategy",
  cards: {
    welcome: "To begin with",
    question: "Today’s question\nWhom do we speak to, and what do we want them to do?",
    rules: "Our rules\nWe begin with people, not with tools.\nFew actions, but kept up.",
    howTo: "Writing an action\nA verb, an audience, a rhythm: “ask the curious what they think, each Monday”.",
    plan: "What will happen\nAudiences, channels, actions, links, dots, calendar.",
    targets: "Our audiences",
    regulars: "Regulars: seeing what their help did",
    curious: "The curious: seeing fast who we are",
    partners: "Partners: a message ready to pass on",
    react: "React: one gesture, ten seconds",
    photo: "A before-and-after photo every Friday",
    talk: "Talk: an answer, five minutes",
    replies: "Answer everybody in one working day",
    contribute: "Contribute: give of oneself",
    relay: "Hand the account to a member for a week",
    channels: "Our channels",
    channel1: "Channel 1: where are our regulars already?",
    channel2: "Channel 2: where do the curious pass by?",
    channel3: "Channel 3: what do our partners read?",
    channelsHow: "Three channels are enough. For each: who writes, who reads, how often?",
    before: "Before",
    beforeHow: "Announce: what, for whom, how many days ahead?",
    during: "During",
    duringHow: "Show: who posts, at what hour?",
    after: "After",
    afterHow: "Give thanks, and say what it has changed.",
  },
  steps: {
    arrive: {
      title: "Welcome",
      instruction: "Each shows a recent post that made them want to act. Then read the rules.",
    },
    aim: {
      title: "Choose the audiences",
      instruction:
        "Keep three or four audiences. For each, write what they want from us, not what we want to tell them.",
    },
    choose: {
      title: "Choose the channels",
      instruction: "For each channel: who writes, who reads? Take away those that nobody will keep up.",
    },
    write: {
      title: "Write in silence",
      instruction:
        "Write actions: a verb, an audience, a rhythm. Nobody sees your cards before they are shared, and they will carry no name.",
    },
    read: {
      title: "Share and sort",
      instruction: "Read, then drag each action to its level: react, talk or contribute.",
    },
    connect: {
      title: "Link to the audiences",
      instruction:
        "Link each action to the audience it serves: +, and stronger when it truly meets their wish. An action without a link drops out.",
    },
    weigh: {
      title: "Weigh",
      instruction: "Spread your dots over the actions that you are ready to keep up for three months.",
    },
    plan: {
      title: "Put in the calendar",
      instruction: "For the actions kept: before, during, after. A name, a day, and the figure that we will look at.",
    },
    close: {
      title: "Closing",
      instruction: "Who posts first, and when? Say it aloud. Thank you!",
    },
  },
};
