import type { Language, Post } from "../../../terms/index.ts";
import { previewOf, type TemplateFace } from "../design.ts";
import type { TemplateContents } from "../template.ts";
import { REPAIR_CAFE_AGENDA } from "./agenda.ts";
import { REPAIR_CAFE_EN } from "./en.ts";
import { REPAIR_CAFE_FR } from "./fr.ts";
import { layCards, linksOf, MINUTES, PEOPLE } from "./layout.ts";
import { REPAIR_CAFE_POSTS_EN } from "./postsEn.ts";
import { REPAIR_CAFE_POSTS_FR } from "./postsFr.ts";
import type { RepairCafePost, RepairCafeWords } from "./words.ts";

const WORDS: Readonly<Record<Language, RepairCafeWords>> = { fr: REPAIR_CAFE_FR, en: REPAIR_CAFE_EN };
const POSTS: Readonly<Record<Language, readonly RepairCafePost[]>> = {
  fr: REPAIR_CAFE_POSTS_FR,
  en: REPAIR_CAFE_POSTS_EN,
};
const DAY_MS = 86_400_000;

/** @param now epoch ms; the posts are reckoned back from it */
export function writeRepairCafe(language: Language, now: number): TemplateContents {
  const words = WORDS[language];
  const posts = POSTS[language].map(([daysAgo, author, text], index): Omit<Post, "source"> => ({
    id: `repair-cafe:${language}:${index + 1}`,
    text,
    at: Math.round(now - daysAgo * DAY_MS),
    url: `https://repair-cafe.example.org/${language}/${index + 1}`,
    author,
    language,
  }));
  return {
    title: words.title,
    cards: layCards(words, posts),
    links: linksOf(words),
    agenda: REPAIR_CAFE_AGENDA,
    posts,
    sourceName: words.sourceName,
  };
}

/** Without its posts, which are long: a page that only shows it need not load them. */
export function repairCafeFace(language: Language): TemplateFace {
  const words = WORDS[language];
  const { name, goal, title } = words;
  const preview = previewOf(layCards(words, []), linksOf(words));
  return { name, goal, title, minutes: MINUTES, people: PEOPLE, agenda: REPAIR_CAFE_AGENDA, preview };
}
