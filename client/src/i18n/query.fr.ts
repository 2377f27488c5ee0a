import type { query as source } from "./query.en.ts";
import type { Translated } from "./translate.ts";

export const query: Translated<typeof source> = {
  "query.and": "ET",
  "query.finds": {
    one: "Trouve {n} publication en ce moment, quasi-copies comptées une fois.",
    other: "Trouve {n} publications en ce moment, quasi-copies comptées une fois.",
  },
  "query.hint": "Une virgule vaut « ou » ; ET, SAUF, « mots exacts », début*.",
  "query.not": "SAUF",
  "query.or": "ou",
  "query.understood": "Compris comme",
};
