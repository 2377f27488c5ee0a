export const query = {
  "query.and": "AND",
  "query.finds": { one: "Finds {n} post now, near-copies once.", other: "Finds {n} posts now, near-copies once." },
  "query.hint": "A comma is “or”; AND, NOT, “exact words”, begin*.",
  "query.not": "NOT",
  "query.or": "or",
  "query.understood": "Understood as",
} as const;
