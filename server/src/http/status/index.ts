export { preferredLanguage } from "./preferredLanguage.ts";
export { STATUS_POLICY, statusPage } from "./statusPage.ts";
