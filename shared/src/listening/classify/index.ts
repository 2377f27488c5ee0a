export { readExpectation, type ExpectationReading } from "./readExpectation.ts";
