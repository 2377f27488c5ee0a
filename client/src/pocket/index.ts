export { showPocket } from "./showPocket.tsx";
