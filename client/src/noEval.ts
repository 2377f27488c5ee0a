/**
 * Tells zod, before it is loaded, not to try whether code can be made from strings: the content security policy refuses that, and the
 * browser would report the try as a fault of the page.
 */
const settings = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
settings.__zod_globalConfig = { jitless: true };
export {};
