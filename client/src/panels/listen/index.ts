export { ListenPanel } from "./ListenPanel.tsx";
