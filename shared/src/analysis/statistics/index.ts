export { chiSquareTail } from "./chiSquare.ts";
export { evenness } from "./evenness.ts";
export { quantileOf, quartilesOf, type Quartiles } from "./quantile.ts";
export { createRandom, type Random } from "./random.ts";
export { wilsonInterval } from "./wilson.ts";
