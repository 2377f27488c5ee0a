export { MatrixDialog } from "./MatrixDialog.tsx";
