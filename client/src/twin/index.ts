export { TwinDialog } from "./TwinDialog.tsx";
