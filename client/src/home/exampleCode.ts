/** What a code looks like, for who has not seen one. */
export const EXAMPLE_CODE = "BCD\u00a0FGH";
