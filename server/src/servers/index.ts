export { joinOthers, type Membership } from "./joinOthers.ts";
export { createForwarding, type Forwarding } from "./forwarding.ts";
