export { takeImages } from "./takeImages.ts";
