export { useTextField } from "./useTextField.ts";
