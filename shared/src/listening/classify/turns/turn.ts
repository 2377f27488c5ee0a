/** A turn of phrase that means the contrary of its words, and what it says in other words; all folded (`don t`, no accents). */
export interface Turn {
  /** a pattern of whole words, to stand between spaces; `~` stands for one word */
  readonly phrase: string;
  /** what must not come before it in its sentence, … */
  readonly notAfter?: string;
  /** … nor behind it, right there or further on */
  readonly notBefore?: string;
  readonly notBeforeAny?: string;
  readonly says: string;
}
