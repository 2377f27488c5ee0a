/** Of fewer papers nothing is told but how many there are; of an option that fewer people speak of, nothing but that. */
export const PAPERS_NEEDED = 5;
