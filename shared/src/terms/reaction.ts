/** What people answer a card with, without a word; the phone offers the first four. Others that a later version knows are counted, not drawn. */
export const REACTIONS = ["👍", "❤️", "💡", "❓", "🎉", "🤔"] as const;
export type Reaction = (typeof REACTIONS)[number];
